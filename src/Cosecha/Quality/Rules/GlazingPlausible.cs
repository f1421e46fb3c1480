namespace Cosecha.Quality.Rules;

/// <summary>Glazing is agreed in whole percent: a fraction is a reading error.</summary>
internal sealed class GlazingPlausible : IQualityRule
{
    public string Reason => QualityReasons.GlazingImplausible;

    public bool Holds(QualitySubject subject) =>
        subject.Items.All(i => i.GlaseoPercentage is not { } percent || percent == Math.Floor(percent));
}
