using System.Text.Json;

namespace Cosecha.Tests.Datasets;

public sealed class NearDuplicatesTests
{
    private const double Bound = 0.98;

    private static readonly string[] Colours =
    [
        "rojo",
        "verde",
        "azul",
        "blanco",
        "negro",
        "amarillo",
        "gris",
        "marrón",
        "violeta",
        "naranja",
    ];
    private static readonly string[] Fruits = ["pera", "uva", "kiwi", "mango", "sandía", "melón", "cereza", "higo", "limón", "banano"];
    private static readonly string[] Animals = ["gato", "perro", "caballo"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("near-duplicates-dev.jsonl")]
    [InlineData("near-duplicates-test.jsonl")]
    public void Of_the_planted_pairs_at_least_98_of_100_are_judged_right(string file)
    {
        var pairs = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Datasets", file))
            .Select(line => JsonSerializer.Deserialize<Planted>(line, Json)!)
            .ToList();
        var clusters = NearDuplicatesFixture.Find([.. pairs.SelectMany(p => new[] { p.A, p.B }).Select(t => (t.Question, t.Answer))]);
        var clusterOf = clusters
            .SelectMany((c, i) => c.Copies.SelectMany(k => k).Select(key => (key, i)))
            .ToDictionary(c => c.key, c => c.i);

        var wrong = pairs.Where((p, i) => AreOne(2 * i) != p.Duplicate).Select(p => $"{p.Id} {p.Kind}").ToList();

        (1 - ((double)wrong.Count / pairs.Count)).ShouldBeGreaterThanOrEqualTo(Bound, string.Join(", ", wrong));

        bool AreOne(int key) => clusterOf.TryGetValue(key, out var a) && clusterOf.TryGetValue(key + 1, out var b) && a == b;
    }

    [Theory]
    [InlineData("5 t de 16/20 y 8 t de 21/25", "8 t de 21/25 y 5 t de 16/20", "who gets what must be read from the order")]
    [InlineData("es para Bilboa", "es para Balboa", "a slip as near to another place is nobody's")]
    [InlineData("quiero comprar 5 t", "quiero comparar 5 t", "both are words")]
    [InlineData("is it treated?", "is it untreated?", "they are opposites")]
    [InlineData("USD 3,80/kg", "EUR 3,80/kg", "the currency differs")]
    [InlineData("carga a -18 C", "carga a 18 C", "the sign differs")]
    [InlineData("antes del lunes", "después del lunes", "the time differs")]
    [InlineData("factura [NAME] y [ORG]", "factura [ORG] y [NAME]", "the order assigns")]
    [InlineData("acepto", "no acepto", "one says no")]
    [InlineData("do you have tail-on 21/25?", "do you have tail-off 21/25?", "off is no of")]
    [InlineData("hablo con el CFO", "hablo con el CEO", "acronyms are no slips of each other")]
    [InlineData("la 1era semana", "la 2da semana", "the ordinal differs")]
    public void What_differs_in_the_business_is_no_duplicate(string a, string b, string why) =>
        NearDuplicatesFixture.AreOne((a, "Anotado."), (b, "Anotado.")).ShouldBeFalse(why);

    [Theory]
    [InlineData("16 / 20 a Vigo", "16/20 a Vigo")]
    [InlineData("medio contenedor de 16/20", "1/2 contenedor de 16/20")]
    [InlineData("tonelada y media de cola", "1,5 t de cola")]
    [InlineData("dos mil kilos de cola", "2.000 kg de cola")]
    [InlineData("US$ 3,80/kg", "$3.80 por kilo")]
    [InlineData("16/20 a Quingdao", "16/20 a Qingdao")]
    [InlineData("mande las cotizaciones", "mande la cotización")]
    [InlineData("is the price perkilo", "is the price per kilo")]
    [InlineData("la 1era semana", "la primera semana")]
    [InlineData("they don't ship", "they do not ship")]
    public void What_differs_in_form_is_a_duplicate(string a, string b) =>
        NearDuplicatesFixture.AreOne((a, "Anotado."), (b, "anotado!")).ShouldBeTrue();

    [Fact]
    public void Exact_copies_are_told_from_near_ones() =>
        NearDuplicatesFixture
            .Describe(
                [(1, "Hola, precio 16/20", "ok"), (2, "presio 16/20", "ok"), (3, "hola precio 16/20!", "Ok."), (4, "precio 21/25", "ok")],
                0
            )
            .ShouldBe("1,3|2");

    [Fact]
    public void A_second_search_looks_at_a_part_only_and_an_empty_answer_counts() =>
        NearDuplicatesFixture
            .Find([("precio 16/20", ""), ("presio 16/20", ""), ("precio 21/25", ""), ("Precio 16/20!", "")], index => index != 1)
            .ShouldHaveSingleItem()
            .Copies.ShouldHaveSingleItem()
            .ShouldBe([0, 3]);

    [Fact]
    public void A_text_that_many_answers_follow_is_one_only_with_the_like_answer()
    {
        var examples = Enumerable.Range(0, 600).Select(i => (i, "ok gracias", $"Respuesta {Words(i / 2)}")).ToList();

        NearDuplicatesFixture.Describe(examples, 0).Split('\n').ShouldBe(Enumerable.Range(0, 300).Select(i => $"{2 * i},{(2 * i) + 1}"));

        static string Words(int i) => $"{Colours[i % 10]} {Fruits[i / 10 % 10]} {Animals[i / 100]}";
    }

    private sealed record Text(string Question, string Answer);

    private sealed record Planted(int Id, Text A, Text B, bool Duplicate, string Kind);
}
