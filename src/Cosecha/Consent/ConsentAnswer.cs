namespace Cosecha.Consent;

/// <summary>A user's answer to a consent text, as the bot reports it.</summary>
/// <param name="Granted">True for a yes, false for a no.</param>
/// <param name="TextVersion">Version of the text that was shown.</param>
/// <param name="Language">Language in which it was shown.</param>
/// <param name="TextHash">SHA-256 of that text, see <see cref="Catalog.ConsentText.Hash"/>.</param>
/// <param name="Channel">Through which channel; null when the bot does not say.</param>
/// <param name="EvidenceMessageId">The message in which the user answered, in the safe form of <see cref="Capture.SafeId"/>; null when the bot does not say.</param>
/// <param name="Purposes">What was asked for.</param>
/// <param name="At">When the user answered, in UTC; null when the bot does not say, which means now.</param>
public sealed record ConsentAnswer(
    bool Granted,
    string TextVersion,
    string Language,
    string TextHash,
    string? Channel,
    string? EvidenceMessageId,
    ConsentPurposes Purposes,
    DateTimeOffset? At
)
{
    /// <summary>Safe forms of the evidence's id under earlier pseudonym keys, as the ledger may know it.</summary>
    public IReadOnlyList<string> FormerEvidenceIds { get; init; } = [];
}
