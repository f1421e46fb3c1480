namespace Cosecha.Catalog;

/// <summary>File <c>glazing.json</c>: the percentage by which the label's <c>glaseo_percentage</c> goes.</summary>
/// <param name="Min">Least percentage that is plausible.</param>
/// <param name="Max">Greatest percentage that is plausible.</param>
/// <param name="Offered">The percentages on offer.</param>
/// <param name="Words">Words that make a number a glazing.</param>
/// <param name="None">Phrases that mean zero.</param>
public sealed record Glazing(double Min, double Max, IReadOnlyList<double> Offered, IReadOnlyList<string> Words, IReadOnlyList<string> None)
{
    /// <summary>The <see cref="DomainSpan.Value"/> of a percentage that is a glazing in so many words.</summary>
    public const string Mark = "glazing";
}
