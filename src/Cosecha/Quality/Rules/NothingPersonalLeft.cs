namespace Cosecha.Quality.Rules;

/// <summary>A second look at the anonymized text finds nothing personal.</summary>
internal sealed class NothingPersonalLeft(Func<string, bool> hasResidual) : IQualityRule
{
    public string Reason => QualityReasons.ResidualPii;

    public bool Holds(QualitySubject subject) => !hasResidual(subject.Text.Text);
}
