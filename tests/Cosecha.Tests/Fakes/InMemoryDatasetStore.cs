using System.Text;
using Cosecha.Datasets;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryDatasetStore : IDatasetStore
{
    private readonly Dictionary<(string Version, string File), MemoryStream> _files = [];

    public List<Manifest> Published { get; } = [];

    public string Text(string version, string file) => Encoding.UTF8.GetString(_files[(version, file)].ToArray());

    public Task<Stream> CreateAsync(string version, string file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(_files[(version, file)] = new MemoryStream());

    public Task PublishAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        Published.Add(manifest);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Manifest> ListAsync(CancellationToken cancellationToken) =>
        Published.AsEnumerable().Reverse().ToAsyncEnumerable();

    public Task<string?> FindLatestAsync(CancellationToken cancellationToken) => Task.FromResult(Published.LastOrDefault()?.Version);

    public Task<IReadOnlyList<string>> ReadVersionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. _files.Keys.Select(f => f.Version).Union(Published.Select(m => m.Version)).Order(StringComparer.Ordinal),
        ]);

    public Task DeleteAsync(string version, CancellationToken cancellationToken)
    {
        Published.RemoveAll(m => m.Version == version);
        _files.Keys.Where(f => f.Version == version).ToList().ForEach(f => _files.Remove(f));
        return Task.CompletedTask;
    }

    public Task<Stream?> OpenAsync(string version, string file, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(_files.TryGetValue((version, file), out var content) ? new MemoryStream(content.ToArray()) : null);
}
