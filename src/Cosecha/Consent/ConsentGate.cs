using Cosecha.Messages;

namespace Cosecha.Consent;

/// <summary>Tells which messages may go on: those captured under a grant that is still valid.</summary>
public sealed class ConsentGate(IConsentStore consents)
{
    /// <summary>Reads the consent of every user among the messages, now.</summary>
    /// <returns>Whether a message may go on.</returns>
    public async Task<Func<MessageHeader, bool>> ReadAsync(IEnumerable<MessageHeader> headers, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, ConsentState?>();
        foreach (var userKey in headers.Select(h => h.UserKey).Distinct())
        {
            states[userKey] = await consents.FindAsync(userKey, cancellationToken);
        }

        return header => states[header.UserKey]?.Covers(header.Grant) == true;
    }
}
