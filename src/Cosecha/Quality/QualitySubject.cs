using Cosecha.Catalog;
using Cosecha.Labeling;

namespace Cosecha.Quality;

/// <summary>What a rule looks at.</summary>
/// <param name="Text">The content, read once.</param>
/// <param name="Label">The label; null for an assistant's message.</param>
internal sealed record QualitySubject(DomainText Text, Label? Label)
{
    /// <summary>The items of the label; where there are none, its loose glazing and quantity.</summary>
    public IReadOnlyList<LabelItem> Items { get; } =
        Label is null ? []
        : Label.Items.Count > 0 ? Label.Items
        :
        [
            new LabelItem
            {
                Product = Label.Product,
                Size = Label.Size,
                GlaseoPercentage = Label.GlaseoPercentage,
                Quantity = Label.Quantity,
                QuantityUnit = Label.QuantityUnit,
            },
        ];
}
