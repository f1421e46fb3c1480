using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Tells whether two labelers say the same of a message. Language and confidence are not what a label is used for, and do not count.</summary>
public static class LabelComparison
{
    // Finer than any amount that people write; only what arithmetic leaves is below it.
    private const int Digits = 6;

    /// <summary>Whether intent, slots and lines, in their order, are the same; numbers as numbers, the destination whatever its case and accents.</summary>
    public static bool Agree(Label first, Label second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return first.Intent == second.Intent
            && Place(first.Destination) == Place(second.Destination)
            && Line(first) == Line(second)
            && first.Items.Select(Line).SequenceEqual(second.Items.Select(Line));
    }

    private static string? Place(string? destination) => destination is null ? null : Folding.Fold(destination.Normalize().Trim());

    private static LabelItem Line(Label label) =>
        Line(
            new LabelItem
            {
                Product = label.Product,
                Size = label.Size,
                GlaseoPercentage = label.GlaseoPercentage,
                Quantity = label.Quantity,
                QuantityUnit = label.QuantityUnit,
            }
        );

    private static LabelItem Line(LabelItem item) =>
        item with
        {
            GlaseoPercentage = Rounded(item.GlaseoPercentage),
            Quantity = Rounded(item.Quantity),
        };

    private static double? Rounded(double? number) => number is { } value ? Math.Round(value, Digits) : null;
}
