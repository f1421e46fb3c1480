using CsCheck;

namespace Cosecha.Tests.Datasets;

public sealed class NearDuplicatesPropertyTests
{
    private const string Answer = "Con gusto, ¿para qué destino?";

    private static readonly string[] Pieces =
    [
        "16/20",
        "21/25",
        "5 t",
        "8 t",
        "no",
        "quiero",
        "precio",
        "presio",
        "de",
        "HLSO",
        "P&D",
        "Vigo",
        "a",
        "por favor",
        "20%",
        "[NAME]",
        "mande",
        "la",
        "lista",
        "\ud83d",
        "🙂",
        "e\u0301",
        "x",
        "1.",
        "enero",
        "antes",
        "q",
        "hoal",
        ",",
        "\n",
    ];

    private static readonly string[] Products = ["HLSO", "HOSO", "P&D IQF", "EZ PEEL", "cocido"];
    private static readonly string[] Sizes = ["16/20", "21/25", "31/35", "41/50"];
    private static readonly string[] Places = ["Vigo", "Houston", "Marsella", "Busan", "Rotterdam"];
    private static readonly string[] Starts = ["necesito", "quiero cotizar", "precio de", "me puede cotizar", "tienen disponible"];

    private static readonly Gen<string> Texts = Gen.OneOf(One(Pieces).Array[0, 12].Select(p => string.Join(' ', p)), Gen.String[0, 80]);

    private static readonly Gen<string> Sentences =
        from start in One(Starts)
        from amount in Gen.Int[2, 40]
        from product in One(Products)
        from size in One(Sizes)
        from place in One(Places)
        select $"{start} {amount} t de {product} {size} para {place}";

    private static readonly Func<string, string>[] Noises =
    [
        text => text.ToUpperInvariant(),
        text => text + " por favor",
        text => "hola, " + text,
        text => text + "!! 🙏",
        text => text.Replace(" de ", " d ", StringComparison.Ordinal),
        text => text.Replace(" para ", " pa ", StringComparison.Ordinal),
        text => text.Replace(" t ", " toneladas ", StringComparison.Ordinal),
        text => text.Replace(" t ", "tm ", StringComparison.Ordinal),
        text => text.Replace("cotizar", "cotisar", StringComparison.Ordinal),
        text => text.Replace("necesito", "nesecito", StringComparison.Ordinal),
        text => text.Replace(" ", "  ", StringComparison.Ordinal),
        text => text.Replace('/', '-'),
        text => text.Replace("precio", "precioooo", StringComparison.Ordinal),
    ];

    [Fact]
    public void Any_text_can_be_added_and_is_a_duplicate_of_itself() =>
        Texts.Sample(text => NearDuplicatesFixture.AreOne((text, Answer), (text, Answer)).ShouldBeTrue());

    [Fact]
    public void Which_of_two_comes_first_makes_no_difference() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (a, b) =>
                    NearDuplicatesFixture.AreOne((a, Answer), (b, Answer)).ShouldBe(NearDuplicatesFixture.AreOne((b, Answer), (a, Answer)))
            );

    [Fact]
    public void The_order_of_many_makes_no_difference() =>
        Gen.Select(Texts.Array[0, 60], Gen.Int[0, 1000])
            .Sample((texts, seed) => Shuffled(texts, seed).ShouldBe(Shuffled(texts, 0)), iter: 30);

    [Fact]
    public void Harmless_noise_keeps_a_pair_together() =>
        Gen.Select(Sentences, One(Noises), One(Noises))
            .Sample(
                (text, one, other) =>
                    NearDuplicatesFixture.AreOne((text, Answer), (other(one(text)), Answer)).ShouldBeTrue(other(one(text)))
            );

    [Fact]
    public void Another_digit_parts_it() =>
        Gen.Select(Sentences, Gen.Int[0, 9], Gen.Int[1, 9])
            .Sample(
                (text, at, shift) => NearDuplicatesFixture.AreOne((text, Answer), (WithOtherDigit(text, at, shift), Answer)).ShouldBeFalse()
            );

    private static Gen<T> One<T>(T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static string WithOtherDigit(string text, int at, int shift)
    {
        var digits = Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i])).ToList();
        var place = digits[at % digits.Count];
        var digit = (char)('0' + ((text[place] - '0' + shift) % 10));
        return $"{text[..place]}{digit}{text[(place + 1)..]}";
    }

    private static string Shuffled(string[] texts, int seed) =>
        NearDuplicatesFixture.Describe(Enumerable.Range(0, texts.Length).Select(i => (i, texts[i], Answer)), seed);
}
