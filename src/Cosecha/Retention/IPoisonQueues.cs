namespace Cosecha.Retention;

/// <summary>The queues of messages that failed for good.</summary>
public interface IPoisonQueues
{
    /// <summary>Deletes the queue messages that came into any of them before a time. Those that somebody is moving back right now are left.</summary>
    /// <returns>How many there were.</returns>
    Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken);
}
