namespace Cosecha.Datasets;

/// <summary>
/// Keeps data set versions, each in a folder of its own, written whole before it is shown. A version that is rewritten gets a new folder: readers
/// see all of the old one or all of the new one.
/// </summary>
public interface IDatasetStore
{
    /// <summary>Opens a new file for writing; disposing it completes the file.</summary>
    /// <param name="folder">The version's folder, see <see cref="Manifest.Folder"/>.</param>
    /// <param name="file">Path within the version, such as <c>chat/train.jsonl</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Stream> CreateAsync(string folder, string file, CancellationToken cancellationToken);

    /// <summary>
    /// Shows a version: its manifest is written and it is listed from its folder from now on. The newest version's files become the latest ones.
    /// </summary>
    Task PublishAsync(Manifest manifest, CancellationToken cancellationToken);

    /// <summary>The published versions, newest first.</summary>
    IAsyncEnumerable<Manifest> ListAsync(CancellationToken cancellationToken);

    /// <summary>Lists a version no more; its folder is left to <see cref="DatasetTidy"/>.</summary>
    Task UnlistAsync(string version, CancellationToken cancellationToken);

    /// <summary>The folders of which something is there, listed or not, oldest first.</summary>
    Task<IReadOnlyList<string>> ReadFoldersAsync(CancellationToken cancellationToken);

    /// <summary>Deletes a folder. One that is not there counts as deleted.</summary>
    Task DeleteFolderAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Makes the latest files those of the newest version, where they are not. Without any version there are none.</summary>
    Task RefreshLatestAsync(CancellationToken cancellationToken);

    /// <summary>Opens a file of a published version, the manifest included; null when there is none.</summary>
    Task<Stream?> OpenAsync(string version, string file, CancellationToken cancellationToken);
}
