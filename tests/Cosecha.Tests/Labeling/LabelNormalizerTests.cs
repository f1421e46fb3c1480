using Cosecha.Labeling;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Labeling;

public sealed class LabelNormalizerTests
{
    private static readonly LabelAnswerItem Nothing = new(null, null, null, null, null);
    private static readonly LabelAnswerItem Line = new("HLSO", "16/20", 20, 5, "t");
    private static readonly LabelAnswer Answer = new(Intents.Pricing, [Line], "Houston", "es", 0.9);

    private readonly LabelNormalizer _normalizer = new(CatalogFixture.Catalog, CatalogFixture.Reader);

    [Fact]
    public void The_top_level_fields_are_those_of_the_first_item()
    {
        var label = _normalizer.Normalize(Answer with { Items = [Line, new("HOSO", "30/40", null, 2, "containers")] })!;
        (label.Intent, label.Destination, label.Language, label.Confidence).ShouldBe((Intents.Pricing, "Houston", "es", 0.9));
        (label.Product, label.Size, label.GlaseoPercentage, label.Quantity, label.QuantityUnit).ShouldBe(("HLSO", "16/20", 20, 5, "t"));
        label.Items.Select(i => i.Product).ShouldBe(["HLSO", "HOSO"]);
    }

    [Fact]
    public void Amounts_without_product_and_size_are_no_item()
    {
        var label = _normalizer.Normalize(Answer with { Items = [new(null, null, 15, 3, "kg")] })!;
        label.Items.ShouldBeEmpty();
        (label.Product, label.GlaseoPercentage, label.Quantity, label.QuantityUnit).ShouldBe((null, 15, 3, "kg"));
    }

    [Fact]
    public void A_line_that_says_nothing_or_says_it_twice_is_left_out() =>
        _normalizer.Normalize(Answer with { Items = [Nothing, Line, Line] })!.Items.ShouldHaveSingleItem().Size.ShouldBe("16/20");

    [Theory]
    [InlineData("hlso", "HLSO")]
    [InlineData(" HLSO ", "HLSO")]
    [InlineData("sin cabeza", "HLSO")]
    [InlineData("p&d", "P&D IQF")]
    [InlineData("pud-europa", "PuD-EUROPA")]
    [InlineData("", null)]
    public void A_product_gets_its_canonical_name(string given, string? product) =>
        _normalizer.Normalize(With(Line with { Product = given }))!.Product.ShouldBe(product);

    [Theory]
    [InlineData("16-20", "16/20")]
    [InlineData("u 15", "U15")]
    [InlineData("80/100", "80/100")]
    [InlineData("jumbo", "jumbo")]
    public void A_size_gets_its_normal_form_and_an_unknown_one_is_kept(string given, string size) =>
        _normalizer.Normalize(With(Line with { Size = given }))!.Size.ShouldBe(size);

    [Theory]
    [InlineData("Toneladas", "t")]
    [InlineData("KG", "kg")]
    [InlineData("cajas", "boxes")]
    public void A_unit_gets_its_canonical_name(string given, string unit) =>
        _normalizer.Normalize(With(Line with { QuantityUnit = given }))!.QuantityUnit.ShouldBe(unit);

    [Theory]
    [InlineData("hiuston", "Houston")]
    [InlineData("Villa Nueva del Pez", "Villa Nueva del Pez")]
    [InlineData("houston", "Houston")]
    [InlineData(" ", null)]
    public void A_destination_is_written_as_the_gazetteer_writes_it(string given, string? destination) =>
        _normalizer.Normalize(Answer with { Destination = given })!.Destination.ShouldBe(destination);

    [Fact]
    public void What_the_schema_does_not_allow_is_no_label()
    {
        LabelAnswer[] answers =
        [
            Answer with
            {
                Intent = "transfer_money",
            },
            Answer with
            {
                Language = "Spanish",
            },
            Answer with
            {
                Confidence = 1.5,
            },
            Answer with
            {
                Confidence = -0.1,
            },
            With(Line with { Product = "salmon" }),
            With(Line with { Product = "HLSO and all that the customer has" }),
            With(Line with { QuantityUnit = "bitcoins" }),
            With(Line with { QuantityUnit = "g" }),
            With(Line with { Size = new string('9', 21) }),
            With(Line with { Quantity = double.PositiveInfinity }),
            With(Line with { GlaseoPercentage = double.PositiveInfinity }),
        ];
        answers.ShouldAllBe(a => _normalizer.Normalize(a) == null);
    }

    private static LabelAnswer With(LabelAnswerItem item) => Answer with { Items = [item] };
}
