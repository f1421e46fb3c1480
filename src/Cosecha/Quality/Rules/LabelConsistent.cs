using Cosecha.Labeling;

namespace Cosecha.Quality.Rules;

/// <summary>The intent is of the closed list, the confidence is a probability, and the top-level fields are those of the first item.</summary>
internal sealed class LabelConsistent : IQualityRule
{
    public string Reason => QualityReasons.LabelInvalid;

    public bool Holds(QualitySubject subject) =>
        subject.Label is not { } label || (Intents.All.Contains(label.Intent) && label.Confidence is >= 0 and <= 1 && Agrees(label));

    private static bool Agrees(Label label) =>
        label.Items.Count == 0
        || label.Items[0]
            == new LabelItem
            {
                Product = label.Product,
                Size = label.Size,
                GlaseoPercentage = label.GlaseoPercentage,
                Quantity = label.Quantity,
                QuantityUnit = label.QuantityUnit,
            };
}
