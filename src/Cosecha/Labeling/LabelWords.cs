using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>The words that a label is made of: the prompt names them, the schema allows no others.</summary>
internal sealed class LabelWords(DomainCatalog catalog)
{
    public IReadOnlyList<string> Products { get; } = [.. catalog.Products.Products.Select(p => p.Name)];

    public IReadOnlyList<string> Sizes => catalog.Sizes.Sizes;

    /// <summary>Units of quantities; those of packings only are none.</summary>
    public IReadOnlyList<string> Units { get; } = [.. catalog.Units.Units.Where(u => !u.Packing).Select(u => u.Name)];
}
