using Cosecha.Labeling;
using Cosecha.Quality;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Quality;

public sealed class QualityRulesTests
{
    private readonly QualityRules _rules = new(
        CatalogFixture.Catalog,
        CatalogFixture.Reader,
        text => text.Contains("099", StringComparison.Ordinal)
    );

    [Fact]
    public void A_sound_order_passes() =>
        Check(
                "cotizar HLSO 16/20 a $8.50/kg",
                new LabelItem
                {
                    Product = "HLSO",
                    Size = "16/20",
                    GlaseoPercentage = 20,
                    Quantity = 10,
                    QuantityUnit = "t",
                }
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("LANGOSTA", "16/20", QualityReasons.UnknownProduct)]
    [InlineData("HLSO", "80/100", QualityReasons.UnknownSize)]
    public void Product_and_size_must_be_of_the_catalog(string product, string size, string reason) =>
        Check("cotizar", new LabelItem { Product = product, Size = size }).ShouldBe([reason]);

    [Theory]
    [InlineData(50.0, null)]
    [InlineData(0.0, null)]
    [InlineData(51.0, QualityReasons.GlazingOutOfRange)]
    [InlineData(-1.0, QualityReasons.GlazingOutOfRange)]
    [InlineData(12.5, QualityReasons.GlazingImplausible)]
    public void Glazing_must_be_a_whole_percentage_in_range(double percent, string? reason) =>
        Check("cotizar", new LabelItem { Product = "HLSO", GlaseoPercentage = percent }).ShouldBe(reason is null ? [] : [reason]);

    [Theory]
    [InlineData(0.5, "t", null)]
    [InlineData(0.0, "t", QualityReasons.QuantityNotPositive)]
    [InlineData(-3.0, "kg", QualityReasons.QuantityNotPositive)]
    [InlineData(24000.0, "t", QualityReasons.QuantityImplausible)]
    [InlineData(51.0, "containers", QualityReasons.QuantityImplausible)]
    [InlineData(5.0, "sacks", QualityReasons.QuantityImplausible)]
    [InlineData(5.0, null, QualityReasons.QuantityImplausible)]
    public void Quantity_must_be_positive_and_plausible_for_its_unit(double quantity, string? unit, string? reason) =>
        Check(
                "cotizar",
                new LabelItem
                {
                    Product = "HLSO",
                    Quantity = quantity,
                    QuantityUnit = unit,
                }
            )
            .ShouldBe(reason is null ? [] : [reason]);

    [Theory]
    [InlineData("HLSO a $8.50/kg", null)]
    [InlineData("HLSO a 3.86 per lb", null)]
    [InlineData("HLSO a $15/kg", QualityReasons.PriceOutOfRange)]
    [InlineData("HLSO a $1.10 la libra", QualityReasons.PriceOutOfRange)]
    [InlineData("HLSO a 0,90", QualityReasons.PriceOutOfRange)]
    [InlineData("HLSO, flete 0,35 usd/kg", null)]
    [InlineData("HLSO, total USD 88.000", null)]
    [InlineData("HLSO, 6.200 por contenedor", null)]
    public void A_price_must_lie_in_the_range_of_its_product(string text, string? reason) =>
        Check(text, new LabelItem { Product = "HLSO" }).ShouldBe(reason is null ? [] : [reason]);

    [Theory]
    [InlineData("Houston", null)]
    [InlineData("[NAME]", QualityReasons.DestinationImplausible)]
    [InlineData("0991234567", QualityReasons.DestinationImplausible)]
    public void A_destination_must_look_like_a_place(string place, string? reason) =>
        _rules.Check("a dónde", Label() with { Destination = place }).ShouldBe(reason is null ? [] : [reason]);

    [Fact]
    public void A_label_must_agree_with_itself()
    {
        _rules.Check("hola", Label() with { Intent = "sales" }).ShouldBe([QualityReasons.LabelInvalid]);
        _rules.Check("hola", Label() with { Confidence = 1.2 }).ShouldBe([QualityReasons.LabelInvalid]);
        _rules
            .Check("hola", Label() with { Product = "HOSO", Items = [new LabelItem { Product = "HLSO" }] })
            .ShouldBe([QualityReasons.LabelInvalid]);
    }

    [Theory]
    [InlineData(" ", QualityReasons.ContentEmpty)]
    [InlineData("mal\u0007o", QualityReasons.ContentEncoding)]
    [InlineData("camar\uFFFDn", QualityReasons.ContentEncoding)]
    [InlineData("camarÃ³n", QualityReasons.ContentEncoding)]
    [InlineData("roto \ud83d", QualityReasons.ContentEncoding)]
    [InlineData("hola [FAX]", QualityReasons.UnknownPlaceholder)]
    [InlineData("llame al 099", QualityReasons.ResidualPii)]
    public void The_text_of_an_assistant_is_checked_too(string text, string reason) => _rules.Check(text, null).ShouldBe([reason]);

    [Theory]
    [InlineData("Hola [NAME], [NAME_1] [PHONE_5f3a9c01] 🙂\nlínea")]
    [InlineData("(a) [x] [ok] [9:14]")]
    public void Placeholders_emoji_and_line_breaks_are_sound(string text) => _rules.Check(text, null).ShouldBeEmpty();

    [Fact]
    public void A_text_beyond_the_limit_is_too_long() =>
        _rules.Check(new string('a', 8001), null).ShouldBe([QualityReasons.ContentTooLong]);

    [Fact]
    public void All_reasons_are_kept_not_just_the_first() =>
        Check(
                "HLSO a $40/kg [FAX] 099",
                new LabelItem
                {
                    Product = "HLSO",
                    Size = "80/100",
                    GlaseoPercentage = 70,
                    Quantity = 0,
                    QuantityUnit = "t",
                }
            )
            .ShouldBe([
                QualityReasons.UnknownSize,
                QualityReasons.GlazingOutOfRange,
                QualityReasons.QuantityNotPositive,
                QualityReasons.PriceOutOfRange,
                QualityReasons.UnknownPlaceholder,
                QualityReasons.ResidualPii,
            ]);

    private IReadOnlyList<string> Check(string text, LabelItem item) =>
        _rules.Check(
            text,
            Label() with
            {
                Product = item.Product,
                Size = item.Size,
                GlaseoPercentage = item.GlaseoPercentage,
                Quantity = item.Quantity,
                QuantityUnit = item.QuantityUnit,
                Items = [item],
            }
        );

    private static Label Label() => new() { Intent = Intents.Proforma, Confidence = 0.9 };
}
