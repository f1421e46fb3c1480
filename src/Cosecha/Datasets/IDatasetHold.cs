namespace Cosecha.Datasets;

/// <summary>That this process holds the <see cref="IDatasetLock"/>.</summary>
public interface IDatasetHold : IAsyncDisposable
{
    /// <summary>Cancelled when the lock cannot be counted on any longer: stop writing.</summary>
    CancellationToken Lost { get; }
}
