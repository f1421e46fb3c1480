namespace Cosecha.Quality.Rules;

/// <summary>There is text.</summary>
internal sealed class ContentPresent : IQualityRule
{
    public string Reason => QualityReasons.ContentEmpty;

    public bool Holds(QualitySubject subject) => !string.IsNullOrWhiteSpace(subject.Text.Text);
}
