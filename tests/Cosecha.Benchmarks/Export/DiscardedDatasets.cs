using Cosecha.Datasets;

namespace Cosecha.Benchmarks.Export;

/// <summary>Takes the files of a version and keeps nothing of them: a million messages make half a gigabyte.</summary>
internal sealed class DiscardedDatasets : IDatasetStore, ILineageIndex, IDatasetLock, IDatasetHold
{
    public CancellationToken Lost => CancellationToken.None;

    public Task<IDatasetHold?> TakeAsync(TimeSpan wait, CancellationToken cancellationToken) => Task.FromResult<IDatasetHold?>(this);

    public Task<Stream> CreateAsync(string folder, string file, CancellationToken cancellationToken) => Task.FromResult(Stream.Null);

    public Task PublishAsync(Manifest manifest, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<Manifest> ListAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<Manifest>();

    public Task UnlistAsync(string version, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<string>> ReadFoldersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task DeleteFolderAsync(string folder, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RefreshLatestAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Stream?> OpenAsync(string version, string file, CancellationToken cancellationToken) => Task.FromResult<Stream?>(null);

    public Task AddAsync(string version, IReadOnlyCollection<LineageEntry> entries, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<IReadOnlyList<LineageEntry>> FindAsync(
        string version,
        IReadOnlyCollection<string> userKeys,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<LineageEntry>>([]);

    public Task RemoveAsync(string version, IReadOnlyCollection<string> userKeys, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task DeleteAsync(string version, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
