namespace Cosecha.Datasets;

/// <summary>Keeps data set versions.</summary>
public interface IDatasetStore
{
    /// <summary>Opens a new file of a version for writing; disposing it completes the file.</summary>
    Task<Stream> CreateAsync(string version, string file, CancellationToken cancellationToken);

    /// <summary>Completes a version: its manifest is written, its files become the latest ones, and it is listed from now on.</summary>
    Task PublishAsync(Manifest manifest, CancellationToken cancellationToken);

    /// <summary>The published versions, newest first.</summary>
    IAsyncEnumerable<Manifest> ListAsync(CancellationToken cancellationToken);

    /// <summary>The version that the latest files stand for; null before the first one.</summary>
    Task<string?> FindLatestAsync(CancellationToken cancellationToken);

    /// <summary>The names of all versions of which something is left, published or not, oldest first.</summary>
    Task<IReadOnlyList<string>> ReadVersionsAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a version: it is listed no more, then its files go. One that is not there counts as deleted.</summary>
    Task DeleteAsync(string version, CancellationToken cancellationToken);

    /// <summary>Opens a file of a version, the manifest included; null when there is none.</summary>
    Task<Stream?> OpenAsync(string version, string file, CancellationToken cancellationToken);
}
