namespace Cosecha.Health;

/// <summary>Looks whether the storage answers.</summary>
public interface IStorageProbe
{
    /// <summary>Messages waiting, by queue.</summary>
    Task<IReadOnlyDictionary<string, int>> ReadQueueDepthsAsync(CancellationToken cancellationToken);

    /// <summary>Asks tables and blobs for something small; throws when one does not answer.</summary>
    Task TouchAsync(CancellationToken cancellationToken);
}
