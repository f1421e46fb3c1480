using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Cosecha.Azure;
using Cosecha.LocalHost.Configuration;
using Cosecha.LocalHost.Invocation;
using Microsoft.Extensions.Options;

namespace Cosecha.LocalHost.Queues;

/// <summary>Runs one queue function on received messages and settles each message by the outcome.</summary>
internal sealed class MessageProcessor(
    FunctionDescriptor function,
    FunctionInvoker invoker,
    QueueOutputs outputs,
    StorageConnections storage,
    HostJson hostJson,
    HostShutdown shutdown,
    IOptions<FunctionsHostOptions> options,
    TimeProvider time,
    ILogger<MessageProcessor> logger
)
{
    private readonly QueueSettings settings = hostJson.Queues;
    private readonly QueueClient queue = storage.QueueOf(function);
    private readonly QueueClient? poisonQueue = storage.PoisonQueueOf(function);

    /// <summary>Runs the function, then deletes the message, or schedules the next attempt, or moves it to the poison queue; never throws.</summary>
    public async Task ProcessAsync(QueueMessage message)
    {
        // Counted past the limit without ever failing: it takes the process down with it, so it is not run again.
        if (poisonQueue is not null && message.DequeueCount > settings.MaxDequeueCount)
        {
            await SettleAsync(message, () => PoisonAsync(poisonQueue, message, message.PopReceipt));
            return;
        }
        Exception? failure;
        var lease = new MessageLease(queue, message, options.Value.MessageLease, time, logger);
        await using (lease)
            failure = await RunAsync(message);
        await SettleAsync(
            message,
            () =>
                failure is null
                    ? queue.DeleteMessageAsync(message.MessageId, lease.PopReceipt)
                    : SettleFailureAsync(message, lease.PopReceipt, failure)
        );
    }

    /// <summary>Gives back a message that was received but not started; never throws.</summary>
    public Task ReleaseAsync(QueueMessage message) => SettleAsync(message, () => ReleaseAsync(message, message.PopReceipt));

    private async Task<Exception?> RunAsync(QueueMessage message)
    {
        try
        {
            var payload = MessageText.Decode(message.MessageText, settings.Base64);
            var value = MessageText.Parse(payload, function.TriggerParameter.ParameterType, message);
            await invoker.InvokeAsync(function, value, shutdown.Aborting).WaitAsync(shutdown.Abandoning);
            return null;
        }
        // Whatever a function throws decides over its message, not over the host.
        catch (Exception problem)
        {
            return problem;
        }
    }

    private async Task SettleFailureAsync(QueueMessage message, string receipt, Exception failure)
    {
        if (shutdown.Aborting.IsCancellationRequested)
        {
            await ReleaseAsync(message, receipt);
            return;
        }
        var attempt = message.DequeueCount;
        logger.FunctionFailed(
            function.Name,
            message.MessageId,
            queue.Name,
            attempt,
            settings.MaxDequeueCount,
            ExceptionSummary.Of(failure)
        );
        // As in the Azure Functions host, a poison queue's own message stays invisible until its lease ends: no hot loop.
        if (poisonQueue is null)
            return;
        if (attempt >= settings.MaxDequeueCount)
            await PoisonAsync(poisonQueue, message, receipt);
        else
            await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: settings.VisibilityTimeout);
    }

    private async Task PoisonAsync(QueueClient poison, QueueMessage message, string receipt)
    {
        await outputs.SendAsync(poison, message.MessageText, CancellationToken.None);
        await queue.DeleteMessageAsync(message.MessageId, receipt);
        logger.MovedToPoison(message.MessageId, queue.Name, poison.Name, message.DequeueCount);
    }

    private async Task ReleaseAsync(QueueMessage message, string receipt)
    {
        await queue.UpdateMessageAsync(message.MessageId, receipt, visibilityTimeout: TimeSpan.Zero);
        logger.Released(message.MessageId, queue.Name);
    }

    private async Task SettleAsync(QueueMessage message, Func<Task> settle)
    {
        try
        {
            await settle();
        }
        catch (Exception problem) when (StorageProblem.Is(problem))
        {
            logger.SettleFailed(message.MessageId, queue.Name, ExceptionSummary.Of(problem));
        }
    }
}
