using System.Collections.Concurrent;
using Cosecha.Consent;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryConsentStore : IConsentStore
{
    private readonly ConcurrentDictionary<string, ConsentState> _states = new();

    private readonly ConcurrentDictionary<string, List<ConsentEvent>> _ledgers = new();

    private readonly Dictionary<string, string> _moved = [];

    public List<ConsentEvent> LedgerOf(string userKey) => _ledgers.GetOrAdd(userKey, _ => []);

    /// <summary>How often a state was looked up.</summary>
    public int Finds { get; private set; }

    public Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken)
    {
        Finds++;
        return Task.FromResult(_states.GetValueOrDefault(End(userKey)));
    }

    public Task<ConsentState?> MoveAsync(string fromKey, string toKey, CancellationToken cancellationToken)
    {
        var from = End(fromKey);
        if (from != toKey && _states.TryRemove(from, out var state))
        {
            var (ledger, to) = (LedgerOf(toKey), _states.GetValueOrDefault(toKey));
            ledger.AddRange(LedgerOf(from).ExceptBy(ledger.Select(e => e.Key), e => e.Key));
            _moved[from] = toKey;
            _states[toKey] = ConsentLedger.Derive(toKey, ledger)! with { FormerKeys = [.. state.AllKeys.Union(to?.FormerKeys ?? [])] };
        }

        return FindAsync(toKey, cancellationToken);
    }

    public Task<ConsentState?> AppendAsync(string userKey, Func<ConsentState?, ConsentEvent?> next, CancellationToken cancellationToken)
    {
        userKey = End(userKey);
        var ledger = LedgerOf(userKey);
        if (next(_states.GetValueOrDefault(userKey)) is { } added && ledger.TrueForAll(e => e.Key != added.Key))
        {
            ledger.Add(added);
            var before = _states.GetValueOrDefault(userKey);
            _states[userKey] = ConsentLedger.Derive(userKey, ledger)! with { FormerKeys = before?.FormerKeys ?? [] };
        }

        return FindAsync(userKey, cancellationToken);
    }

    /// <summary>Puts a state in place, for tests of what follows from it.</summary>
    public Task UpdateAsync(string userKey, Func<ConsentState?, ConsentState> next, CancellationToken cancellationToken)
    {
        var state = next(_states.GetValueOrDefault(userKey));
        LedgerOf(state.UserKey).Add(state.Last);
        _states[state.UserKey] = state;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<ConsentEvent> ReadHistoryAsync(string userKey, CancellationToken cancellationToken) =>
        LedgerOf(userKey).OrderBy(e => e.Key, StringComparer.Ordinal).ToAsyncEnumerable();

    public Task<IReadOnlyDictionary<string, ConsentState>> ReadGrantsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, ConsentState>>(
            _states.Values.Where(s => s.Granted).SelectMany(s => s.AllKeys, (s, key) => (s, key)).ToDictionary(g => g.key, g => g.s)
        );

    private string End(string userKey) => _moved.TryGetValue(userKey, out var next) ? End(next) : userKey;
}
