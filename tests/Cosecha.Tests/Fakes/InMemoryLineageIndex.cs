using Cosecha.Datasets;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryLineageIndex : ILineageIndex
{
    public SortedDictionary<(string Version, string UserKey), LineageEntry> Entries { get; } = [];

    public Task AddAsync(string version, IReadOnlyCollection<LineageEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            Entries[(version, entry.UserKey)] = entry;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LineageEntry>> FindAsync(
        string version,
        IReadOnlyCollection<string> userKeys,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<LineageEntry>>([
            .. Entries.Where(e => e.Key.Version == version && userKeys.Contains(e.Key.UserKey)).Select(e => e.Value),
        ]);

    public Task RemoveAsync(string version, IReadOnlyCollection<string> userKeys, CancellationToken cancellationToken)
    {
        foreach (var userKey in userKeys)
        {
            Entries.Remove((version, userKey));
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string version, CancellationToken cancellationToken) =>
        RemoveAsync(version, [.. Entries.Keys.Where(k => k.Version == version).Select(k => k.UserKey)], cancellationToken);
}
