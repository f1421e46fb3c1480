using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Labels messages by the rules of the catalog; needs no network. Safe to share between threads.</summary>
/// <param name="catalog">The business.</param>
/// <param name="reader">The reader of the same catalog.</param>
public sealed class RuleLabeler(DomainCatalog catalog, DomainReader reader)
{
    private readonly ConfidenceModel _confidence = new(catalog.Calibration);

    /// <summary>Labels an anonymized text.</summary>
    public Label Label(string anonymizedText) => Label(reader.ReadText(anonymizedText));

    /// <summary>Labels a text that was read already.</summary>
    public Label Label(DomainText text)
    {
        var analysis = Analysis.Of(text);
        var items = analysis.Items.ConvertAll(ToItem);
        var first = items.Count > 0 ? items[0] : Loose(analysis);
        return new Label
        {
            Intent = analysis.Intent.Intent,
            Product = first.Product,
            Size = first.Size,
            GlaseoPercentage = first.GlaseoPercentage,
            Quantity = first.Quantity,
            QuantityUnit = first.QuantityUnit,
            Destination = analysis.Destination,
            Items = items,
            Language = LanguageRules.Detect(text.Tokens),
            Confidence = _confidence.Of(analysis),
        };
    }

    private static LabelItem ToItem(ItemDraft draft) =>
        new()
        {
            Product = draft.Product,
            Size = draft.Size,
            GlaseoPercentage = draft.Glazing,
            Quantity = draft.Quantity,
            QuantityUnit = draft.Unit,
        };

    // Without a product and a size, glazing and quantity still say something.
    private static LabelItem Loose(Analysis analysis) =>
        new()
        {
            GlaseoPercentage = analysis.Glazings.Count > 0 ? analysis.Glazings[0].Value : null,
            Quantity = analysis.Quantities.Count > 0 ? analysis.Quantities[0].Value : null,
            QuantityUnit = analysis.Quantities.Count > 0 ? analysis.Quantities[0].Unit : null,
        };
}
