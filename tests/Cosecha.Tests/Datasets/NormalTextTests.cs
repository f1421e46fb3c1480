using Cosecha.Datasets.Cleaning;
using CsCheck;

namespace Cosecha.Tests.Datasets;

public sealed class NormalTextTests
{
    private static readonly string[] Pieces =
    [
        "1",
        "20",
        "345",
        "000",
        ".",
        ",",
        "/",
        "-",
        ":",
        "'",
        " ",
        "%",
        "$",
        "Á",
        "e\u0301",
        "½",
        "\ud83d",
        "🙂",
        "ß",
        "İ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 30].Select(string.Concat),
        Gen.String[0, 100]
    );

    [Theory]
    [InlineData("  ¡Hola!   ¿Qué TAL? 🙂", "hola que tal")]
    [InlineData("cotizacio\u0301n", "cotizacion")]
    [InlineData("15.000 kg", "15000 kg")]
    [InlineData("15,000 kg", "15000 kg")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("2,5 t", "2.5 t")]
    [InlineData("0,125", "0.125")]
    [InlineData("16/20 al 20 %.", "16/20 al 20 %")]
    [InlineData("-18 °C", "-18 c")]
    [InlineData("001-002-000033799", "001-002-000033799")]
    public void Only_what_tells_one_thing_from_another_stays(string text, string normal) => NormalText.Of(text).ShouldBe(normal);

    [Theory]
    [InlineData("2,5 t", "25 t")]
    [InlineData("16/20", "1620")]
    [InlineData("-18", "18")]
    [InlineData("1.5", "1.50.0")]
    public void Different_numbers_stay_different(string a, string b) => NormalText.Of(a).ShouldNotBe(NormalText.Of(b));

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() =>
        Texts.Sample(text => NormalText.Of(NormalText.Of(text)).ShouldBe(NormalText.Of(text)));
}
