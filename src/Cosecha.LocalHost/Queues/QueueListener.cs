using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Cosecha.Azure;
using Cosecha.LocalHost.Configuration;
using Cosecha.LocalHost.Invocation;
using Microsoft.Extensions.Options;

namespace Cosecha.LocalHost.Queues;

/// <summary>
/// Receives the messages of one function's queue: a batch, and the next as soon as no more than newBatchThreshold are
/// being processed; a growing pause while the queue is empty or storage is away.
/// </summary>
internal sealed class QueueListener(
    FunctionDescriptor function,
    MessageProcessor processor,
    QueueOutputs outputs,
    StorageConnections storage,
    HostJson hostJson,
    HostShutdown shutdown,
    IOptions<FunctionsHostOptions> options,
    TimeProvider time,
    ILogger<QueueListener> logger
)
{
    private readonly QueueSettings settings = hostJson.Queues;
    private readonly QueueClient queue = storage.QueueOf(function);
    private readonly HashSet<Task> processing = [];
    private bool queueExists;

    /// <summary>Receives until the shutdown begins, and returns when all that was received is settled or given back.</summary>
    public async Task RunAsync()
    {
        var written = outputs.SignalOf(queue);
        // Seeded by what differs between hosts, so that they do not poll in step.
        var pause = new PollingDelay(settings.MaxPollingInterval, new Random(HashCode.Combine(Environment.ProcessId, queue.Name)));
        while (!shutdown.Stopping.IsCancellationRequested)
        {
            await WaitForRoomAsync();
            if (shutdown.Stopping.IsCancellationRequested)
                break;
            written.Reset();
            var messages = await ReceiveAsync();
            foreach (var message in messages)
                processing.Add(
                    Task.Run(() =>
                        shutdown.Stopping.IsCancellationRequested ? processor.ReleaseAsync(message) : processor.ProcessAsync(message)
                    )
                );
            if (messages.Length > 0)
                pause.Reset();
            else
                await written.PauseAsync(pause.Next(), time, shutdown.Stopping);
        }
        await Task.WhenAll(processing);
    }

    private async Task WaitForRoomAsync()
    {
        processing.RemoveWhere(task => task.IsCompleted);
        while (processing.Count > settings.NewBatchThreshold)
            processing.Remove(await Task.WhenAny(processing));
    }

    private async Task<QueueMessage[]> ReceiveAsync()
    {
        try
        {
            if (!queueExists)
                await queue.CreateIfNotExistsAsync(cancellationToken: shutdown.Stopping);
            queueExists = true;
            // Not cancelled by the stop: a batch that storage has handed out already would stay invisible for a whole lease.
            return (await queue.ReceiveMessagesAsync(settings.BatchSize, options.Value.MessageLease, shutdown.Aborting)).Value;
        }
        catch (OperationCanceledException) when (shutdown.Stopping.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception problem) when (StorageProblem.Is(problem))
        {
            queueExists = false;
            logger.ReceiveFailed(queue.Name, ExceptionSummary.Of(problem));
            return [];
        }
    }
}
