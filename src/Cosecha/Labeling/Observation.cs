namespace Cosecha.Labeling;

/// <summary>How a message was labeled that the rules had not been written for: what the calibration is fitted on.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Right">Whether intent and slots were all right.</param>
/// <param name="Features">The features of <see cref="LabelFeatures"/> that were not zero.</param>
public sealed record Observation(string Id, bool Right, IReadOnlyDictionary<string, double> Features)
{
    /// <summary>Observes how the rules label a message whose right label is known.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="text">The message.</param>
    /// <param name="expected">The right label; its confidence does not matter.</param>
    /// <param name="labeler">The rules.</param>
    public static Observation Of(string id, Catalog.DomainText text, Label expected, RuleLabeler labeler)
    {
        ArgumentNullException.ThrowIfNull(labeler);
        var values = LabelFeatures.Of(Analysis.Of(text));
        var features = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] != 0)
            {
                features.Add(LabelFeatures.Names[i], Math.Round(values[i], 3));
            }
        }

        return new(id, IsRight(labeler.Label(text), expected), features);
    }

    private static bool IsRight(Label given, Label expected) =>
        given.Intent == expected.Intent
        && given.Product == expected.Product
        && given.Size == expected.Size
        && given.GlaseoPercentage == expected.GlaseoPercentage
        && given.Quantity == expected.Quantity
        && given.QuantityUnit == expected.QuantityUnit
        && Catalog.Folding.Fold(given.Destination ?? "") == Catalog.Folding.Fold(expected.Destination ?? "");
}
