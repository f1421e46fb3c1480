namespace Cosecha.Catalog;

/// <summary>A stretch of text that belongs to the business. No other rule may touch it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Value">Canonical form: the product, the size, the place, the unit of a quantity; null where the number says all.</param>
/// <param name="Number">The amount: percent, quantity or price; null where there is none.</param>
public readonly record struct DomainSpan(DomainKind Kind, int Start, int Length, string? Value, double? Number)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;
}
