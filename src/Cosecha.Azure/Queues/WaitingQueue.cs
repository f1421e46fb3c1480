using Cosecha.Failures;

namespace Cosecha.Azure.Queues;

/// <summary>Puts payloads back into the queues. A client of its own instead of an output binding: a binding cannot delay a message.</summary>
public sealed class WaitingQueue(StorageAccount account) : IWaitingQueue
{
    /// <summary>What was to be kept for good must not get an end.</summary>
    private static readonly TimeSpan s_long = TimeSpan.FromDays(365);

    /// <inheritdoc />
    public Task PutBackAsync(string queue, string payload, TimeSpan delay, TimeSpan? timeToLive, CancellationToken cancellationToken)
    {
        var client = account.QueueService.GetQueueClient(queue);
        return client.SendMessageAsync(payload, delay, timeToLive > s_long ? ErasureQueue.Forever : timeToLive, cancellationToken);
    }
}
