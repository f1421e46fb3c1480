namespace Cosecha.Consent;

/// <summary>A user's consent as it stands.</summary>
/// <param name="UserKey">The user's pseudonym.</param>
/// <param name="Granted">True after a yes, false after a withdrawal. No state at all means that the user was never asked.</param>
/// <param name="Grant">
/// Number of the current or last grant, from 1. It grows with each yes that follows a withdrawal: a message carries the number under which it
/// was captured, so that one that was still in the queues at the withdrawal cannot come back under a later yes.
/// </param>
/// <param name="TextVersion">Version of the consent text that was shown.</param>
/// <param name="Language">Language in which it was shown, ISO 639-1.</param>
/// <param name="Channel">Through which channel the user answered; null when the bot does not say.</param>
/// <param name="ChangedAt">When it became so, in UTC.</param>
public sealed record ConsentState(
    string UserKey,
    bool Granted,
    int Grant,
    string TextVersion,
    string Language,
    string? Channel,
    DateTimeOffset ChangedAt
)
{
    /// <summary>Whether a message captured under the given grant may be used now.</summary>
    public bool Covers(int grant) => Granted && Grant == grant;
}
