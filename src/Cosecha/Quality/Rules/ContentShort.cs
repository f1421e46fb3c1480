namespace Cosecha.Quality.Rules;

/// <summary>The text is no longer than a message may be.</summary>
internal sealed class ContentShort : IQualityRule
{
    private const int Longest = 8000;

    public string Reason => QualityReasons.ContentTooLong;

    public bool Holds(QualitySubject subject) => subject.Text.Text.Length <= Longest;
}
