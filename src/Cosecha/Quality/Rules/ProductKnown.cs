using System.Collections.Frozen;
using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Every product is one of the catalog.</summary>
internal sealed class ProductKnown(ProductCatalog products) : IQualityRule
{
    private readonly FrozenSet<string> _names = products.Products.Select(p => p.Name).ToFrozenSet(StringComparer.Ordinal);

    public string Reason => QualityReasons.UnknownProduct;

    public bool Holds(QualitySubject subject) => subject.Items.All(i => i.Product is null || _names.Contains(i.Product));
}
