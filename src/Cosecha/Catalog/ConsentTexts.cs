namespace Cosecha.Catalog;

/// <summary>File <c>consent.json</c>: the consent texts that were ever shown.</summary>
/// <param name="Current">The version that is shown now.</param>
/// <param name="Texts">All texts, of the current and of earlier versions.</param>
public sealed record ConsentTexts(string Current, IReadOnlyList<ConsentText> Texts)
{
    /// <summary>The text of a version in a language; null when there is none.</summary>
    public ConsentText? Find(string version, string language) => Texts.FirstOrDefault(t => t.Version == version && t.Language == language);
}
