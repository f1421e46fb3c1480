namespace Cosecha.Failures;

/// <summary>The queues of messages that failed for good.</summary>
public interface IPoisonQueues
{
    /// <summary>Deletes the queue messages that came into any of them before a time. Those that somebody is moving back right now are left.</summary>
    /// <returns>How many there were.</returns>
    Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken);

    /// <summary>Looks at every message and keeps what the function makes of it. Those that somebody is moving back right now are left.</summary>
    /// <param name="remainder">From a queue's name and a payload to what stays of it: the same to leave it as it is, null to delete it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether all messages were seen; if not, some are in other hands: look again later.</returns>
    Task<bool> RewriteAsync(Func<string, string, Task<string?>> remainder, CancellationToken cancellationToken);

    /// <summary>
    /// Moves messages of a poison queue back into their queue. What is sent comes before what is deleted: a crash half-way leaves a message in both,
    /// which every stage bears.
    /// </summary>
    /// <param name="queue">The queue whose poison messages are looked at.</param>
    /// <param name="back">From a payload to what goes back instead of it; nothing deletes it, null leaves it where it is.</param>
    /// <param name="moved">Told of each payload that is no longer there.</param>
    /// <param name="cancellationToken">Ends the work between two messages.</param>
    /// <returns>Whether all messages were seen.</returns>
    Task<bool> MoveBackAsync(
        string queue,
        Func<string, Task<IReadOnlyList<string>?>> back,
        Func<string, Task> moved,
        CancellationToken cancellationToken
    );
}
