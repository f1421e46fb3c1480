using Cosecha.Catalog;
using Cosecha.Filtering;
using Cosecha.Labeling;
using Cosecha.Quality;

namespace Cosecha.Tests.Catalog;

/// <summary>Another business replaces the folder and recompiles nothing.</summary>
public sealed class CoffeeCatalogTests
{
    private static readonly DomainCatalog Coffee = CatalogLoader.Load(Path.Combine(AppContext.BaseDirectory, "Catalog", "Coffee"));
    private static readonly DomainReader Reader = new(Coffee);
    private readonly RuleLabeler _labeler = new(Coffee, Reader);

    [Fact]
    public void An_order_of_coffee_is_labeled()
    {
        var label = _labeler.Label("cotizar 320 sacos de arabica lavado malla 17/18, humedad 11%, CFR Hamburgo");
        label.Intent.ShouldBe(Intents.Proforma);
        label.Product.ShouldBe("ARABICA WASHED");
        label.Size.ShouldBe("17/18");
        label.GlaseoPercentage.ShouldBe(11);
        label.Quantity.ShouldBe(320);
        label.QuantityUnit.ShouldBe("bags");
        label.Destination.ShouldBe("Hamburgo");
    }

    [Theory]
    [InlineData("precio del arabica natural 15/16", "ARABICA NATURAL", "15/16")]
    [InlineData("precio de conilon peaberry", "ROBUSTA", "PEABERRY")]
    [InlineData("arabica 17 18 precio", "ARABICA WASHED", "17/18")]
    public void Its_products_and_sizes_are_known(string text, string product, string size)
    {
        var label = _labeler.Label(text);
        label.Intent.ShouldBe(Intents.Pricing);
        label.Product.ShouldBe(product);
        label.Size.ShouldBe(size);
    }

    [Fact]
    public void Shrimp_is_nothing_to_it() => Reader.Read("HLSO cola ez peel").ShouldBeEmpty();

    [Fact]
    public void Its_filter_and_rules_judge_by_its_own_words()
    {
        new RelevanceFilter(Reader).DiscardReason("hola").ShouldBe(DiscardReasons.Greeting);
        new RelevanceFilter(Reader).DiscardReason("precio del robusta").ShouldBeNull();
        var label = _labeler.Label("cotizar robusta 17/18 humedad 20%");
        new QualityRules(Coffee, Reader, _ => false)
            .Check("cotizar robusta 17/18 humedad 20%", label)
            .ShouldBe([QualityReasons.SizeNotSold, QualityReasons.GlazingOutOfRange]);
    }
}
