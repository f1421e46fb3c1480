using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Every glazing lies in the catalog's range.</summary>
internal sealed class GlazingInRange(Glazing glazing) : IQualityRule
{
    public string Reason => QualityReasons.GlazingOutOfRange;

    public bool Holds(QualitySubject subject) =>
        subject.Items.All(i => i.GlaseoPercentage is not { } percent || (percent >= glazing.Min && percent <= glazing.Max));
}
