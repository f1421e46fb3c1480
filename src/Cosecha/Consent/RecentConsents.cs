using Microsoft.Extensions.Caching.Memory;

namespace Cosecha.Consent;

/// <summary>
/// Remembers for a short time who said yes, so that a busy conversation does not read the ledger at every step. Only a yes is remembered: a user who
/// just gave it must not be refused. One that was taken back through another process may pass for as long as it is remembered here; what comes of it is
/// dropped by the last look, <see cref="ConsentGate.ReadAsync"/>.
/// </summary>
public sealed class RecentConsents(IConsentStore consents, TimeProvider clock) : IDisposable
{
    /// <summary>How long a yes is remembered.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private const int MaxUsers = 50_000;

    private readonly MemoryCache _granted = new(new MemoryCacheOptions { SizeLimit = MaxUsers });

    /// <summary>A yes that is remembered; null when there is none.</summary>
    public ConsentState? Find(string userKey) =>
        _granted.TryGetValue(userKey, out Entry? entry) && clock.GetElapsedTime(entry!.ReadAt) < MaxAge ? entry.State : null;

    /// <summary>The user's consent, a yes at most <see cref="MaxAge"/> old, anything else as it is now.</summary>
    /// <param name="userKey">The user.</param>
    /// <param name="read">Reads it.</param>
    public async Task<ConsentState?> FindAsync(string userKey, Func<Task<ConsentState?>> read)
    {
        if (Find(userKey) is { } known)
        {
            return known;
        }

        var readAt = clock.GetTimestamp();
        var state = await read();
        if (state is { Granted: true })
        {
            var options = new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = MaxAge };
            _granted.Set(userKey, new Entry(state, readAt), options);
        }

        return state;
    }

    /// <summary>The user's consent as it is now.</summary>
    public Task<ConsentState?> ReadAsync(string userKey, CancellationToken cancellationToken)
    {
        Forget([userKey]);
        return FindAsync(userKey, () => consents.FindAsync(userKey, cancellationToken));
    }

    /// <summary>Forgets what this process remembers of a user.</summary>
    public void Forget(IEnumerable<string> userKeys)
    {
        foreach (var userKey in userKeys)
        {
            _granted.Remove(userKey);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _granted.Dispose();

    private sealed record Entry(ConsentState State, long ReadAt);
}
