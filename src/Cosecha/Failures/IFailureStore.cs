namespace Cosecha.Failures;

/// <summary>Keeps the failures that are open: of messages that are tried again or are in a poison queue.</summary>
public interface IFailureStore
{
    /// <summary>A failure; null when there is none of that id.</summary>
    Task<Failure?> FindAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>Writes one, over what was known of it.</summary>
    Task SaveAsync(Failure failure, CancellationToken cancellationToken);

    /// <summary>Forgets one; it need not be there.</summary>
    Task RemoveAsync(string queue, string id, CancellationToken cancellationToken);

    /// <summary>All of a queue, or of all queues for null, in no order.</summary>
    IAsyncEnumerable<Failure> ListAsync(string? queue, CancellationToken cancellationToken);

    /// <summary>Forgets those that failed last before a time: their messages are gone, too.</summary>
    Task PurgeAsync(DateTimeOffset lastBefore, CancellationToken cancellationToken);
}
