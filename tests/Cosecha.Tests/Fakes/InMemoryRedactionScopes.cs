using System.Collections.Concurrent;
using System.Globalization;
using Cosecha.Anonymization;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryRedactionScopes : IRedactionScopes
{
    private readonly ConcurrentDictionary<ScopeId, SavedScope> _scopes = new();
    private int _version;
    private int _calls;

    public IReadOnlyDictionary<ScopeId, SavedScope> Saved => _scopes;

    /// <summary>How often it was called.</summary>
    public int Calls => _calls;

    /// <summary>Runs between a load and its save: the place where a test lets something happen in between.</summary>
    public Func<Task> BeforeSave { get; set; } = () => Task.CompletedTask;

    public async Task<SavedScope> LoadAsync(ScopeId id, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        await Task.Yield();
        return _scopes.GetValueOrDefault(id) ?? SavedScope.Empty;
    }

    public async Task<bool> TrySaveAsync(ScopeId id, SavedScope scope, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        await Task.Yield();
        await BeforeSave();
        var next = scope with { Version = Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture) };
        return scope.Version is null
            ? _scopes.TryAdd(id, next)
            : _scopes.TryGetValue(id, out var current) && current.Version == scope.Version && _scopes.TryUpdate(id, next, current);
    }

    public Task<IReadOnlyDictionary<string, int>> CountAsync(string userKey, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(
            _scopes
                .Where(s => s.Key.UserKey == userKey)
                .SelectMany(s => s.Value.Hashes)
                .GroupBy(h => h.Key)
                .ToDictionary(g => g.Key, g => g.Sum(h => h.Value.Count))
        );

    public Task RemoveAsync(ScopeId id, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        _scopes.TryRemove(id, out _);
        return Task.CompletedTask;
    }

    public Task EraseUserAsync(string userKey, int firstKept, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        _scopes.Keys.Where(k => k.UserKey == userKey && k.Grant < firstKept).ToList().ForEach(k => _scopes.TryRemove(k, out _));
        return Task.CompletedTask;
    }
}
