namespace Cosecha.Catalog;

/// <summary>A closed range of numbers.</summary>
/// <param name="Min">The least value that belongs to it.</param>
/// <param name="Max">The greatest value that belongs to it; not under <paramref name="Min"/>.</param>
public sealed record NumberRange(double Min, double Max)
{
    /// <summary>Whether <paramref name="value"/> lies in the range, bounds included.</summary>
    public bool Contains(double value) => value >= Min && value <= Max;
}
