namespace Cosecha.Quality.Rules;

/// <summary>A destination looks like a place's name: letters, no digits, no placeholder, of sensible length.</summary>
internal sealed class DestinationPlausible : IQualityRule
{
    private const int Longest = 60;

    public string Reason => QualityReasons.DestinationImplausible;

    public bool Holds(QualitySubject subject) =>
        subject.Label?.Destination is not { } place
        || (place.Length is >= 2 and <= Longest && place.Any(char.IsLetter) && !place.Any(c => char.IsDigit(c) || c is '[' or ']'));
}
