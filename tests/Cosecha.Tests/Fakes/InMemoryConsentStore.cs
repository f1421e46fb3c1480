using System.Collections.Concurrent;
using Cosecha.Consent;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryConsentStore : IConsentStore
{
    private readonly ConcurrentDictionary<string, ConsentState> _states = new();

    private readonly ConcurrentDictionary<string, List<ConsentEvent>> _ledgers = new();

    public List<ConsentEvent> LedgerOf(string userKey) => _ledgers.GetOrAdd(userKey, _ => []);

    public Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken) =>
        Task.FromResult(_states.GetValueOrDefault(userKey));

    public Task<ConsentState?> AppendAsync(string userKey, Func<ConsentState?, ConsentEvent?> next, CancellationToken cancellationToken)
    {
        var ledger = LedgerOf(userKey);
        if (next(_states.GetValueOrDefault(userKey)) is { } added && ledger.TrueForAll(e => e.Key != added.Key))
        {
            ledger.Add(added);
            _states[userKey] = ConsentLedger.Derive(userKey, ledger)!;
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

    public Task<IReadOnlyDictionary<string, int>> ReadGrantsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(_states.Values.Where(s => s.Granted).ToDictionary(s => s.UserKey, s => s.Grant));
}
