namespace Cosecha.Erasure;

/// <summary>The queues of messages that failed for good.</summary>
public interface IPoisonQueues
{
    /// <summary>Deletes the queue messages that came into any of them before a time. Those that somebody is moving back right now are left.</summary>
    /// <returns>How many there were.</returns>
    Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken);

    /// <summary>Looks at every message and keeps what the function makes of it. Those that somebody is moving back right now are left.</summary>
    /// <param name="remainder">From a payload to what stays of it: the same to leave it as it is, null to delete it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether all messages were seen; if not, some are in other hands: look again later.</returns>
    Task<bool> RewriteAsync(Func<string, Task<string?>> remainder, CancellationToken cancellationToken);
}
