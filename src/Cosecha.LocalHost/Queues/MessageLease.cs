using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Cosecha.Azure;
using Cosecha.LocalHost.Invocation;

namespace Cosecha.LocalHost.Queues;

/// <summary>Keeps a received message invisible to others while its function runs: renews at half of the lease.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    private readonly QueueClient queue;
    private readonly QueueMessage message;
    private readonly TimeSpan length;
    private readonly ILogger logger;
    private readonly ITimer timer;
    private Task renewal = Task.CompletedTask;

    public MessageLease(QueueClient queue, QueueMessage message, TimeSpan length, TimeProvider time, ILogger logger)
    {
        this.queue = queue;
        this.message = message;
        this.length = length;
        this.logger = logger;
        PopReceipt = message.PopReceipt;
        timer = time.CreateTimer(_ => Renew(), state: null, length / 2, length / 2);
    }

    /// <summary>What the message can be settled with; changes with every renewal, and is final once this is disposed.</summary>
    public string PopReceipt { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        await Volatile.Read(ref renewal);
    }

    private void Renew()
    {
        // A slow renewal is left to end: two at once would fight over the receipt.
        if (Volatile.Read(ref renewal).IsCompleted)
            Volatile.Write(ref renewal, RenewAsync());
    }

    private async Task RenewAsync()
    {
        try
        {
            var receipt = await queue.UpdateMessageAsync(message.MessageId, PopReceipt, visibilityTimeout: length);
            PopReceipt = receipt.Value.PopReceipt;
        }
        catch (Exception problem) when (StorageProblem.Is(problem))
        {
            logger.RenewalFailed(message.MessageId, queue.Name, ExceptionSummary.Of(problem));
        }
    }
}
