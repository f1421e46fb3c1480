namespace Cosecha.Failures;

/// <summary>Puts queue messages back so that they come up later.</summary>
public interface IWaitingQueue
{
    /// <summary>Puts a payload into a queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="payload">What to put there.</param>
    /// <param name="delay">How long nobody sees it.</param>
    /// <param name="timeToLive">How long the storage keeps it; null for as long as it likes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task PutBackAsync(string queue, string payload, TimeSpan delay, TimeSpan? timeToLive, CancellationToken cancellationToken);
}
