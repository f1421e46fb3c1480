using CsCheck;

namespace Cosecha.Tests.Catalog;

public sealed class DomainReaderPropertyTests
{
    private static readonly string[] Pieces =
    [
        "16",
        "20",
        "/",
        "-",
        "x",
        " ",
        ",",
        ".",
        "\n",
        "kg",
        "lb",
        "mil",
        "%",
        "$",
        "usd",
        "glaseo",
        "de",
        "no",
        "HLSO",
        "p&d",
        "bloque",
        "u",
        "15",
        "CFR",
        "Vigo",
        "enero",
        "+593",
        "0987",
        "factura",
        "001-002-000012345",
        "treinta",
        "y",
        "uno",
        "40'",
        "contenedor",
        "medio",
        "[NAME]",
        "é",
        "e\u0301",
        "\ud83d",
        "\ud83d\ude42",
        "\u200b",
        "ñ",
        "…",
        "'",
        "?",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat),
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(p => string.Join(' ', p)),
        Gen.String[0, 200]
    );

    [Fact]
    public void Spans_are_in_range_in_order_and_apart() =>
        Texts.Sample(text =>
        {
            var end = 0;
            foreach (var span in CatalogFixture.Reader.Read(text))
            {
                span.Start.ShouldBeGreaterThanOrEqualTo(end);
                span.Length.ShouldBeGreaterThan(0);
                end = span.End;
            }

            end.ShouldBeLessThanOrEqualTo(text.Length);
        });

    [Fact]
    public void Reading_twice_gives_the_same() =>
        Texts.Sample(text => CatalogFixture.Reader.Read(text).ShouldBe(CatalogFixture.Reader.Read(text)));

    [Theory]
    [InlineData("16 ")]
    [InlineData("1")]
    [InlineData("mil ")]
    [InlineData("$ ")]
    [InlineData("de ")]
    [InlineData("po1")]
    [InlineData("1-")]
    [InlineData("1.")]
    [InlineData("pud ")]
    [InlineData("5 de ")]
    [InlineData("fin de mes de ")]
    [InlineData("treinta y ")]
    [InlineData("1 fcl 40' ")]
    [InlineData("a")]
    public void The_longest_message_of_one_piece_is_read_into_spans_within_it(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 8000 / piece.Length));
        CatalogFixture.Reader.ReadText(text).Spans.ShouldAllBe(s => s.Start >= 0 && s.Length > 0 && s.End <= text.Length);
    }
}
