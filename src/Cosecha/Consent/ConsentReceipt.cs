using Cosecha.Catalog;

namespace Cosecha.Consent;

/// <summary>
/// What a user can show to prove what was agreed: the fields of the Kantara consent receipt 1.1 and of ISO/IEC TS 27560, as far as they apply. The same
/// ledger event always has the same receipt, as long as catalog and key stay the same.
/// </summary>
/// <param name="ReceiptVersion">Version of this format, <see cref="Format"/>.</param>
/// <param name="ReceiptId">Names the receipt: 32 hex digits.</param>
/// <param name="Subject">The user's pseudonym; never the user id.</param>
/// <param name="Status">What was said.</param>
/// <param name="ConsentTimestamp">When it was said, in UTC.</param>
/// <param name="CollectionMethod">Through which channel; null when unknown.</param>
/// <param name="EvidenceMessageId">The message in which it was said; null when unknown.</param>
/// <param name="Controller">Who answers for the data.</param>
/// <param name="Purposes">What was granted, denied or withdrawn.</param>
/// <param name="DataCategories">Which kinds of data are processed.</param>
/// <param name="TextVersion">Version of the text that was shown.</param>
/// <param name="Language">Language in which it was shown.</param>
/// <param name="TextHash">SHA-256 of the text as it was shown.</param>
/// <param name="Text">That text; null when the catalog no longer has it word for word.</param>
/// <param name="Withdrawal">How to withdraw.</param>
/// <param name="Signature">HMAC-SHA256 over all other fields, see <see cref="ReceiptSigner"/>: 64 hex digits.</param>
public sealed record ConsentReceipt(
    string ReceiptVersion,
    string ReceiptId,
    string Subject,
    ConsentStatus Status,
    DateTimeOffset ConsentTimestamp,
    string? CollectionMethod,
    string? EvidenceMessageId,
    ConsentController Controller,
    IReadOnlyList<ReceiptPurpose> Purposes,
    IReadOnlyList<string> DataCategories,
    string TextVersion,
    string Language,
    string TextHash,
    string? Text,
    string Withdrawal,
    string? Signature
)
{
    /// <summary>The format's version; it changes with the fields.</summary>
    public const string Format = "cosecha-receipt-1";
}
