using Cosecha.Failures;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryFailureStore : IFailureStore
{
    private readonly Dictionary<(string Queue, string Id), Failure> _failures = [];

    /// <summary>All that are open.</summary>
    public IReadOnlyCollection<Failure> Open => _failures.Values;

    /// <summary>Whether the storage is away.</summary>
    public bool IsAway { get; set; }

    public Task<Failure?> FindAsync(string queue, string id, CancellationToken cancellationToken) =>
        Task.FromResult(Known().GetValueOrDefault((queue, id)));

    public Task SaveAsync(Failure failure, CancellationToken cancellationToken)
    {
        Known()[(failure.Queue, failure.Id)] = failure;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string queue, string id, CancellationToken cancellationToken)
    {
        Known().Remove((queue, id));
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<Failure> ListAsync(string? queue, CancellationToken cancellationToken) =>
        Known().Values.Where(f => queue is null || f.Queue == queue).ToAsyncEnumerable();

    public Task PurgeAsync(DateTimeOffset lastBefore, CancellationToken cancellationToken)
    {
        foreach (var old in Known().Where(f => f.Value.LastAt < lastBefore).Select(f => f.Key).ToList())
        {
            _failures.Remove(old);
        }

        return Task.CompletedTask;
    }

    private Dictionary<(string Queue, string Id), Failure> Known() => IsAway ? throw new IOException("away") : _failures;
}
