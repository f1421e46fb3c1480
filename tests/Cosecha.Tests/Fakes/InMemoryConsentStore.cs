using System.Collections.Concurrent;
using Cosecha.Consent;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryConsentStore : IConsentStore
{
    private readonly ConcurrentDictionary<string, ConsentState> _states = new();

    public List<ConsentState> History { get; } = [];

    public Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken) =>
        Task.FromResult(_states.GetValueOrDefault(userKey));

    public Task<ConsentState?> UpdateAsync(string userKey, Func<ConsentState?, ConsentState?> next, CancellationToken cancellationToken)
    {
        if (next(_states.GetValueOrDefault(userKey)) is { } after)
        {
            _states[after.UserKey] = after;
            History.Add(after);
        }

        return FindAsync(userKey, cancellationToken);
    }

    public IAsyncEnumerable<ConsentState> ReadHistoryAsync(string userKey, CancellationToken cancellationToken) =>
        History.Where(s => s.UserKey == userKey).ToAsyncEnumerable();

    public Task<IReadOnlyDictionary<string, int>> ReadGrantsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(_states.Values.Where(s => s.Granted).ToDictionary(s => s.UserKey, s => s.Grant));
}
