namespace Cosecha.Catalog;

/// <summary>The business as data: everything that the pipeline knows about what is traded, and in which words. Immutable.</summary>
/// <param name="Products">File <c>products.json</c>.</param>
/// <param name="Sizes">File <c>sizes.json</c>.</param>
/// <param name="Glazing">File <c>glazing.json</c>.</param>
/// <param name="Units">File <c>units.json</c>.</param>
/// <param name="Trade">File <c>trade.json</c>.</param>
/// <param name="Places">File <c>destinations.json</c>.</param>
/// <param name="Freight">File <c>freight.json</c>.</param>
/// <param name="Consent">File <c>consent.json</c>.</param>
/// <param name="Phones">File <c>phones.json</c>.</param>
/// <param name="Wording">File <c>wording.json</c>.</param>
/// <param name="Intents">File <c>intents.json</c>.</param>
/// <param name="Dialogue">File <c>dialogue.json</c>.</param>
/// <param name="Calibration">File <c>calibration.json</c>.</param>
/// <param name="Cleaning">File <c>cleaning.json</c>.</param>
/// <param name="Languages">Folder <c>languages</c>, in the order of the file names.</param>
public sealed record DomainCatalog(
    ProductCatalog Products,
    SizeCatalog Sizes,
    Glazing Glazing,
    UnitCatalog Units,
    TradeTerms Trade,
    PlaceCatalog Places,
    Freight Freight,
    ConsentTexts Consent,
    PhoneSettings Phones,
    Wording Wording,
    IntentCues Intents,
    DialogueWords Dialogue,
    Calibration Calibration,
    CleaningWords Cleaning,
    IReadOnlyList<LanguageWords> Languages
)
{
    /// <summary>The system message of the chat export.</summary>
    public string SystemPrompt => Wording.SystemPrompt;

    /// <summary>ISO 3166-1 alpha-2 codes of the countries where the users' phones are from.</summary>
    public IReadOnlyList<string> PhoneCountries => Phones.Countries;
}
