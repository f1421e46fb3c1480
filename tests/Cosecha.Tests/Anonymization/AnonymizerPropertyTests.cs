using Cosecha.Anonymization.Training;
using Cosecha.Catalog;
using CsCheck;

namespace Cosecha.Tests.Anonymization;

public sealed class AnonymizerPropertyTests
{
    private static readonly Gen<string> s_hostile = Gen.OneOf(
            Gen.Const("@"),
            Gen.Const("[NAME] "),
            Gen.Const("["),
            Gen.Const("]"),
            Gen.Const("\u0301"),
            Gen.Const("\u202E"),
            Gen.Const("\uD83D"),
            Gen.Const("😊"),
            Gen.Const("Juan "),
            Gen.Const("soy "),
            Gen.Const("calle "),
            Gen.Const(" arroba "),
            Gen.Const("+593 "),
            Gen.Const("\n"),
            Gen.Int[0, 99999].Select(n => $"{n} "),
            Gen.Int[0, 9999].Select(n => $"{n}-"),
            Gen.String[0, 6]
        )
        .List[0, 60]
        .Select(string.Concat);

    private static readonly Gen<string> s_sentence = OneOf(
        "hola {0} quiero camarón",
        "necesito 20/30 para Houston, {0}",
        "{0}",
        "el dato es {0}. gracias",
        "Te paso: {0}; espero 2 contenedores de HLSO",
        "contacto {0} urgente",
        "LLAMAR {0} YA"
    );

    [Fact]
    public void Any_text_at_all_is_anonymized_without_an_exception_and_within_bounds() =>
        s_hostile.Sample(text => AnonymizerFixture.Anonymize(text).Length <= (text.Length * 9) + 9);

    [Theory]
    [InlineData("1.2.3.7\u0301")]
    [InlineData("nací el 7\u0301/8\u0301/1990\u0301")]
    [InlineData("-2.1234\u0301, 7\u0301.123456")]
    public void A_digit_under_an_accent_is_no_number_and_no_fault(string text) =>
        AnonymizerFixture.Anonymize(text).Length.ShouldBeGreaterThan(0);

    [Fact]
    public void Anonymizing_twice_is_the_same_as_once_on_generated_sentences()
    {
        var generator = new SentenceGenerator(
            AnonymizerFixture.CatalogFolder,
            CatalogLoader.Load(AnonymizerFixture.CatalogFolder),
            seed: 99
        );
        for (var i = 0; i < 3000; i++)
        {
            var once = AnonymizerFixture.Anonymize(generator.Next().Text);
            AnonymizerFixture.Anonymize(once).ShouldBe(once);
        }
    }

    [Fact]
    public void Any_mail_address_in_any_sentence_is_gone() =>
        Gen.Select(s_sentence, Gen.String[Gen.Char["abcdefghijz0189._"], 3, 12], OneOf("gmail.com", "mar.com.ec", "x-y.co"))
            .Where((_, local, _) => char.IsLetterOrDigit(local[0]) && char.IsLetterOrDigit(local[^1]))
            .Sample((sentence, local, host) => Gone(sentence, $"{local}@{host}", local));

    [Fact]
    public void Any_international_phone_in_any_sentence_is_gone() =>
        Gen.Select(s_sentence, OneOf("+593 9", "+51 9", "+57 3", "+34 6", "+1 305"), Gen.Int[1000000, 9999999])
            .Sample((sentence, prefix, digits) => Gone(sentence, $"{prefix} {digits}", $"{digits}"));

    [Fact]
    public void Any_valid_card_in_any_sentence_is_gone() =>
        Gen.Select(s_sentence, Gen.Long[400_000_000_000_000, 559_999_999_999_999], Gen.Bool)
            .Sample(
                (sentence, body, grouped) =>
                {
                    var card = WithLuhn(body.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    var written = grouped ? string.Join(' ', card.Chunk(4).Select(four => new string(four))) : card;
                    return Gone(sentence, written, card[^4..]);
                }
            );

    [Fact]
    public void Any_valid_cedula_and_iban_in_any_sentence_is_gone() =>
        Gen.Select(s_sentence, Gen.Int[1, 24], Gen.Int[0, 5], Gen.Int[0, 999999], Gen.Long[10_000_000_000_000_000, 99_999_999_999_999_999])
            .Sample(
                (sentence, province, third, rest, account) =>
                    Gone(sentence, Cedula(province, third, rest), $"{rest:000000}"[1..]) && Gone(sentence, Iban(account), $"{account}"[..6])
            );

    [Fact]
    public void Any_stretch_of_the_business_survives_byte_for_byte() =>
        Gen.Select(
                OneOf(
                    "20/30",
                    "HLSO 16/20",
                    "42,000 lbs",
                    "$ 11.75",
                    "USD 8.90",
                    "20%",
                    "15 de enero",
                    "CFR Houston",
                    "10x2 kg",
                    "1 FCL 40",
                    "P&D IQF"
                ),
                OneOf("soy Maritza Intriago, {0}, 099 123 4287", "{0} para Diego", "cuenta 2204455667, {0}", "ana@correo.com {0}")
            )
            .Sample(
                (business, sentence) =>
                    AnonymizerFixture
                        .Anonymize(sentence.Replace("{0}", business, StringComparison.Ordinal))
                        .Contains(business, StringComparison.Ordinal)
            );

    [Theory]
    [InlineData("1")]
    [InlineData("12 ")]
    [InlineData("1-")]
    [InlineData("1.1.")]
    [InlineData("4111 1111 1111 1111 ")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("@ arroba ")]
    [InlineData("a.b punto ")]
    [InlineData("[[")]
    [InlineData("((")]
    [InlineData("\u0301")]
    [InlineData("e\u0301")]
    [InlineData("\uD83D\uDE0A")]
    [InlineData("\u202E\u05D0")]
    [InlineData("Juan ")]
    [InlineData("calle ")]
    [InlineData("calle 1 piso ")]
    [InlineData("uno ")]
    [InlineData("A1B2")]
    [InlineData("ES12 ")]
    [InlineData("C.P. 1 ")]
    [InlineData("wa.me/")]
    [InlineData("a:")]
    [InlineData("1/")]
    [InlineData("Lot 1 ")]
    [InlineData("Unit 1, ")]
    [InlineData("1 rue ")]
    [InlineData("rue A y ")]
    [InlineData("Calle A y Calle ")]
    [InlineData("9 de Octubre y ")]
    [InlineData("BP 1-")]
    [InlineData("alias a.")]
    [InlineData("agencia 1 cuenta ")]
    [InlineData("A.")]
    [InlineData("///a.b.c")]
    [InlineData("lat 1.2 ")]
    [InlineData("1°2'S")]
    [InlineData("né 1/1/1 ")]
    [InlineData("ig id ")]
    [InlineData("0039 1 ")]
    [InlineData("099 123 4287 x ")]
    [InlineData("AB1 2CD ")]
    public void A_character_of_hostile_text_costs_no_more_than_twenty_of_a_normal_one(string pattern)
    {
        // Looks are counted in debug builds only; a count does not waver with the load of the machine, as a time would.
        const string Normal =
            "Hola, soy Maritza Intriago de Manta, necesito 20/30 para Houston, mi cel 099 123 4287 y maritza@correo.com. ";
        var text = string.Concat(Enumerable.Repeat(pattern, 8000 / pattern.Length));

        LooksPerCharacter(text).ShouldBeLessThanOrEqualTo(LooksPerCharacter(Normal) * 20);
    }

    private static double LooksPerCharacter(string text)
    {
        var message = Cosecha.Anonymization.AnonymizerWorkspace.Current.Message;
        var before = message.Looks;
        AnonymizerFixture.Anonymize(text);
        return (double)(message.Looks - before) / text.Length;
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool Gone(string sentence, string value, string part) =>
        !AnonymizerFixture.Anonymize(sentence.Replace("{0}", value, StringComparison.Ordinal)).Contains(part, StringComparison.Ordinal);

    private static string WithLuhn(string body) =>
        Enumerable.Range(0, 10).Select(digit => body + digit).First(card => Cosecha.Anonymization.Checksums.Luhn.IsValid(card));

    private static string Cedula(int province, int third, int rest)
    {
        var body = $"{province:00}{third}{rest:000000}";
        return Enumerable
            .Range(0, 10)
            .Select(digit => body + digit)
            .First(id => Cosecha.Anonymization.Checksums.AndeanIds.IsEcuadorCedula(id));
    }

    private static string Iban(long account) =>
        Enumerable
            .Range(2, 97)
            .Select(check => $"ES{check:00}{account}345")
            .First(iban => Cosecha.Anonymization.Checksums.Iban.IsValid(iban));
}
