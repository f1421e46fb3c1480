using Cosecha.Messages;

namespace Cosecha.Consent;

/// <summary>Tells which messages may go on: those captured under a grant that is still valid.</summary>
public sealed class ConsentGate(RecentConsents consents)
{
    /// <summary>Reads the consent of every user among the messages, now: the last look before something stays.</summary>
    /// <returns>Whether a message may go on.</returns>
    public async Task<Func<MessageHeader, bool>> ReadAsync(IEnumerable<MessageHeader> headers, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, ConsentState?>();
        foreach (var userKey in headers.Select(h => h.UserKey).Distinct())
        {
            states[userKey] = await consents.ReadAsync(userKey, cancellationToken);
        }

        return header => states[header.UserKey]?.Covers(header.Grant) == true;
    }

    /// <summary>
    /// As <see cref="ReadAsync"/>, but a yes may be as old as <see cref="RecentConsents.MaxAge"/>. What an old one would stop is read now, so that nothing is
    /// dropped by hearsay.
    /// </summary>
    /// <returns>Whether a message may go on.</returns>
    public async Task<Func<MessageHeader, bool>> ReadRecentAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken)
    {
        var doubtful = headers.Where(h => consents.Find(h.UserKey)?.Covers(h.Grant) != true).ToList();
        var (known, read) = (headers.Except(doubtful).ToHashSet(), await ReadAsync(doubtful, cancellationToken));
        return header => known.Contains(header) || read(header);
    }
}
