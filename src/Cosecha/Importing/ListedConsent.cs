namespace Cosecha.Importing;

/// <summary>A yes that the operator vouches for.</summary>
/// <param name="Line">Where it stands in the list.</param>
/// <param name="UserId">Who said it.</param>
/// <param name="TextVersion">To which version of the consent text.</param>
/// <param name="Language">In which language it was shown.</param>
/// <param name="At">When.</param>
/// <param name="Channel">Through which channel; null when the list does not say.</param>
/// <param name="EvidenceMessageId">In which message; null when the list does not say.</param>
/// <param name="Purposes">For what; null when the list does not say.</param>
public sealed record ListedConsent(
    int Line,
    string UserId,
    string TextVersion,
    string Language,
    DateTimeOffset At,
    string? Channel,
    string? EvidenceMessageId,
    IReadOnlyList<string>? Purposes
);
