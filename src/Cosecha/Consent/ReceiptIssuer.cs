using Cosecha.Catalog;

namespace Cosecha.Consent;

/// <summary>Writes receipts of what stands in the ledger.</summary>
public sealed class ReceiptIssuer(ConsentTexts texts, Pseudonyms pseudonyms, ReceiptSigner signer)
{
    /// <summary>The signed receipt of the event that stands.</summary>
    public ConsentReceipt Issue(ConsentState state)
    {
        var last = state.Last;
        var text = texts.Find(last.TextVersion, last.Language);
        // The ledger outlives the catalog: a language that is no longer offered gets the words of the first one.
        var notice = texts.Notices.FirstOrDefault(n => n.Language == last.Language) ?? texts.Notices[0];
        var receipt = new ConsentReceipt(
            ConsentReceipt.Format,
            pseudonyms.IdKey($"{state.UserKey}|{last.Key}")[..32],
            state.UserKey,
            last.Status,
            last.At,
            last.Channel,
            last.EvidenceMessageId,
            texts.Controller,
            [.. PurposeCodes.Of(last.Purposes).Select(code => new ReceiptPurpose(code, notice.Purposes[code]))],
            notice.DataCategories,
            last.TextVersion,
            last.Language,
            last.TextHash,
            text?.Hash() == last.TextHash ? text.Text : null,
            notice.Withdrawal,
            null
        );
        return receipt with { Signature = signer.Sign(receipt) };
    }

    /// <summary>Whether a yes is to another text than the one that is shown now, so that the user is to be asked again.</summary>
    public bool IsOutdated(ConsentState? state) =>
        state is { Last.Status: ConsentStatus.Granted } && state.Last.TextVersion != texts.Current;
}
