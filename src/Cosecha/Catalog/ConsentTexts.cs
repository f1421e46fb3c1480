namespace Cosecha.Catalog;

/// <summary>File <c>consent.json</c>: the consent texts that were ever shown, and what the receipts say beside them.</summary>
/// <param name="Current">The version that is shown now. Whoever agreed to another one is to be asked again.</param>
/// <param name="Controller">Who answers for the data.</param>
/// <param name="Texts">All texts, of the current and of earlier versions. A text that was shown is never changed: its hash stands in the ledger.</param>
/// <param name="Notices">What the receipts say, one for each language of the texts.</param>
public sealed record ConsentTexts(
    string Current,
    ConsentController Controller,
    IReadOnlyList<ConsentText> Texts,
    IReadOnlyList<ConsentNotice> Notices
)
{
    /// <summary>The text of a version in a language; null when there is none.</summary>
    public ConsentText? Find(string version, string language) => Texts.FirstOrDefault(t => t.Version == version && t.Language == language);
}
