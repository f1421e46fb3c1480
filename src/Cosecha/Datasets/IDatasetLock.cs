namespace Cosecha.Datasets;

/// <summary>
/// Whoever writes, rewrites or deletes versions holds this lock: one at a time over all processes, so that two exports never run at once, and
/// an erasure sees either all of an export or nothing. An erasure holds it for the poison queues, too. A process that dies loses it within half a minute.
/// </summary>
public interface IDatasetLock
{
    /// <summary>Takes the lock.</summary>
    /// <param name="wait">How long to wait for whoever holds it; zero looks once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The hold, ended by disposing it; null when the time is over.</returns>
    Task<IDatasetHold?> TakeAsync(TimeSpan wait, CancellationToken cancellationToken);
}
