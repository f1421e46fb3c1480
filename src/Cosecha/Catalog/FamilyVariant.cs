namespace Cosecha.Catalog;

/// <summary>The words that single out one product of a <see cref="ProductFamily"/>.</summary>
/// <param name="Product">Canonical name of the product.</param>
/// <param name="Words">The words that tell.</param>
public sealed record FamilyVariant(string Product, IReadOnlyList<string> Words);
