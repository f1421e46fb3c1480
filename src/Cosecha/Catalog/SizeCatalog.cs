namespace Cosecha.Catalog;

/// <summary>File <c>sizes.json</c>: the sizes that exist and the words around them.</summary>
/// <param name="Sizes">Canonical sizes: a range such as <c>16/20</c>, a bound such as <c>U15</c> or a name.</param>
/// <param name="Words">Words that announce a size.</param>
/// <param name="Under">Words before a number that make it a bound; the first one, in capitals, is the canonical prefix.</param>
/// <param name="Largest">The largest number that a size range may hold.</param>
public sealed record SizeCatalog(IReadOnlyList<string> Sizes, IReadOnlyList<string> Words, IReadOnlyList<string> Under, int Largest);
