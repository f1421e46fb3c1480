namespace Cosecha.Quality.Rules;

/// <summary>Every quantity is above zero.</summary>
internal sealed class QuantityPositive : IQualityRule
{
    public string Reason => QualityReasons.QuantityNotPositive;

    public bool Holds(QualitySubject subject) => subject.Items.All(i => i.Quantity is null or > 0);
}
