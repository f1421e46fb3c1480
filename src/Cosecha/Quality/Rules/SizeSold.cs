using Cosecha.Catalog;

namespace Cosecha.Quality.Rules;

/// <summary>Every size of the catalog is sold of the product that it goes with.</summary>
internal sealed class SizeSold(DomainCatalog catalog) : IQualityRule
{
    public string Reason => QualityReasons.SizeNotSold;

    public bool Holds(QualitySubject subject) => subject.Items.All(IsSold);

    // What the catalog lacks altogether is another rule's business.
    private bool IsSold(Labeling.LabelItem item)
    {
        if (item.Product is null || item.Size is null || !catalog.Sizes.Sizes.Contains(item.Size))
        {
            return true;
        }

        var product = catalog.Products.Products.FirstOrDefault(p => p.Name == item.Product);
        return product is null || product.Sizes.Contains(item.Size);
    }
}
