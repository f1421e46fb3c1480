using System.Text;
using Cosecha.Datasets;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryDatasetStore : IDatasetStore
{
    private readonly Dictionary<(string Folder, string File), MemoryStream> _files = [];
    private readonly SortedDictionary<string, Manifest> _listed = new(StringComparer.Ordinal);

    /// <summary>The listed versions, oldest first.</summary>
    public IReadOnlyList<Manifest> Published => [.. _listed.Values];

    /// <summary>The manifest whose files are the latest ones.</summary>
    public Manifest? Latest { get; private set; }

    public IReadOnlyList<string> Folders => [.. _files.Keys.Select(f => f.Folder).Distinct().Order(StringComparer.Ordinal)];

    public string Text(string folder, string file) => Encoding.UTF8.GetString(_files[(folder, file)].ToArray());

    public Task<Stream> CreateAsync(string folder, string file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(_files[(folder, file)] = new MemoryStream());

    public Task PublishAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        _listed[manifest.Version] = manifest;
        return RefreshLatestAsync(cancellationToken);
    }

    public IAsyncEnumerable<Manifest> ListAsync(CancellationToken cancellationToken) => Published.Reverse().ToAsyncEnumerable();

    public Task UnlistAsync(string version, CancellationToken cancellationToken)
    {
        _listed.Remove(version);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> ReadFoldersAsync(CancellationToken cancellationToken) => Task.FromResult(Folders);

    public Task DeleteFolderAsync(string folder, CancellationToken cancellationToken)
    {
        _files.Keys.Where(f => f.Folder == folder).ToList().ForEach(f => _files.Remove(f));
        return Task.CompletedTask;
    }

    public Task RefreshLatestAsync(CancellationToken cancellationToken)
    {
        Latest = _listed.Values.LastOrDefault();
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string version, string file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(
            _listed.TryGetValue(version, out var manifest) && _files.TryGetValue((manifest.Folder, file), out var content)
                ? new MemoryStream(content.ToArray())
                : null
        );
}
