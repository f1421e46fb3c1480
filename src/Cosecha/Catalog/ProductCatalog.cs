namespace Cosecha.Catalog;

/// <summary>File <c>products.json</c>: what is sold and what people call it.</summary>
/// <param name="Products">The products.</param>
/// <param name="OtherPricePerKg">The range in which a price is believed when no product is named, USD per kilogram.</param>
/// <param name="Families">Words that several products share.</param>
/// <param name="TradeWords">Words for goods that name no product of the catalog; they are business words all the same.</param>
/// <param name="NotProducts">Phrases that hold a product's word and mean none.</param>
public sealed record ProductCatalog(
    IReadOnlyList<Product> Products,
    NumberRange OtherPricePerKg,
    IReadOnlyList<ProductFamily> Families,
    IReadOnlyList<string> TradeWords,
    IReadOnlyList<string> NotProducts
);
