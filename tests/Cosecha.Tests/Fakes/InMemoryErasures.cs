using Cosecha.Erasure;

namespace Cosecha.Tests.Fakes;

/// <summary>Erasures and the queue of their orders.</summary>
internal sealed class InMemoryErasures : IErasureStore, IErasureQueue
{
    private readonly SortedDictionary<(string Id, string Version), ErasedVersion> _versions = [];

    public Dictionary<string, ErasureRecord> Records { get; } = [];

    public Queue<ErasureOrder> Orders { get; } = [];

    public Task<ErasureRecord?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Records.GetValueOrDefault(id));

    public Task AddAsync(ErasureRecord erasure, CancellationToken cancellationToken)
    {
        Records.TryAdd(erasure.Id, erasure);
        return Task.CompletedTask;
    }

    public Task UpdateAsync(ErasureRecord erasure, CancellationToken cancellationToken)
    {
        Records[erasure.Id] = erasure;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ErasureRecord>> ReadPendingAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ErasureRecord>>([.. Records.Values.Where(e => e.CompletedAt is null)]);

    public Task<IReadOnlyList<ErasureRecord>> ReadCompletedAsync(DateTimeOffset after, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ErasureRecord>>([.. Records.Values.Where(e => e.CompletedAt > after)]);

    public Task NoteVersionAsync(string id, ErasedVersion version, CancellationToken cancellationToken)
    {
        _versions.TryAdd((id, version.Version), version);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ErasedVersion>> ReadVersionsAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ErasedVersion>>([.. _versions.Where(v => v.Key.Id == id).Select(v => v.Value).Reverse()]);

    public Task SendAsync(ErasureOrder order, TimeSpan delay, CancellationToken cancellationToken)
    {
        Orders.Enqueue(order);
        return Task.CompletedTask;
    }
}
