using Cosecha.Consent;

namespace Cosecha.Functions.Api;

/// <summary>Answer of <c>GET</c> and <c>PUT /api/consents/{userId}</c>.</summary>
/// <param name="Status"><c>granted</c>, <c>denied</c>, <c>withdrawn</c>, or <c>none</c> for a user who was never asked.</param>
/// <param name="TextVersion">Version of the text that was answered.</param>
/// <param name="Language">Language in which it was shown.</param>
/// <param name="Channel">Through which channel; null when the bot did not say.</param>
/// <param name="ChangedAt">When it became so, in UTC.</param>
/// <param name="Purposes">What was granted, denied or withdrawn.</param>
/// <param name="AskAgain">Whether a newer text is to be shown than the one that was agreed to.</param>
/// <param name="Outcome">What became of the answer, of a <c>PUT</c> only.</param>
/// <param name="ErasureId">The erasure that follows from a no, of a <c>PUT</c> only.</param>
/// <param name="Receipt">The signed receipt of what stands; null for <c>none</c>.</param>
internal sealed record ConsentBody(
    string Status,
    string? TextVersion,
    string? Language,
    string? Channel,
    DateTimeOffset? ChangedAt,
    IReadOnlyList<string>? Purposes,
    bool AskAgain,
    ConsentOutcome? Outcome,
    string? ErasureId,
    ConsentReceipt? Receipt
)
{
    public static ConsentBody Of(ConsentState? state, ReceiptIssuer issuer, ConsentRecording? recording = null) =>
        state?.Last is not { } last
            ? new("none", null, null, null, null, null, false, null, null, null)
            : new(
                Code(last.Status),
                last.TextVersion,
                last.Language,
                last.Channel,
                last.At,
                PurposeCodes.Of(last.Purposes),
                issuer.IsOutdated(state),
                recording?.Outcome,
                recording?.ErasureId,
                issuer.Issue(state)
            );

    /// <summary>The wire name of a status.</summary>
    public static string Code(ConsentStatus status) =>
        status switch
        {
            ConsentStatus.Granted => "granted",
            ConsentStatus.Denied => "denied",
            _ => "withdrawn",
        };
}
