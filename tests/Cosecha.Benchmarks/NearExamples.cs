using Cosecha.Catalog;

namespace Cosecha.Benchmarks;

/// <summary>
/// Makes examples from the catalog's words, the same for the same key. As in real talk, some things are said by everybody in the same words (one in ten: "hola",
/// "gracias"), some are repeated with a slip (one in ten), and the rest grows in variety with the number: quantities, places, prices, and words of the language.
/// </summary>
internal sealed class NearExamples(DomainCatalog catalog)
{
    private const int Common = 60;

    private readonly string[] _cues = [.. catalog.Intents.Cues.SelectMany(c => c.Forms)];
    private readonly string[] _places = [.. catalog.Places.Cities.Select(c => c.Name)];

    private readonly string[] _words =
    [
        .. File.ReadLines(Path.Combine(new CatalogOptions().Path, "names", "ordinary.txt"))
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length > 3),
    ];

    /// <summary>Question and answer of a key.</summary>
    public (string Question, string Answer) Make(long key)
    {
        var random = new Random((int)key * 7919);
        return random.Next(10) switch
        {
            0 => Plain(-1 - random.Next(Common)),
            1 when key > 0 => WithSlip(Plain(random.NextInt64(key)), random),
            _ => Plain(key),
        };
    }

    private (string Question, string Answer) Plain(long key)
    {
        var random = new Random((int)key * 104729);
        return random.Next(2) == 0 ? Order(random) : Talk(random);
    }

    private (string Question, string Answer) Order(Random random)
    {
        var product = Pick(catalog.Products.Products, random);
        var (size, place, tons) = (Pick(catalog.Sizes.Sizes, random), Pick(_places, random), random.Next(1, 40));
        var price = FormattableString.Invariant($"USD {random.Next(3, 12)}.{random.Next(0, 99):00}/kg");
        return (
            $"{Pick(_cues, random)} {tons} t {Pick(product.Forms, random)} {size} {place} {Pick(_words, random)}",
            $"{product.Name} {size}, {tons} t, {place}: {price}"
        );
    }

    private (string Question, string Answer) Talk(Random random) =>
        ($"{Pick(_cues, random)} {Words(random, 2, 7)}", $"{Words(random, 3, 8)}, {Pick(_cues, random)}");

    private string Words(Random random, int least, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(least, most)).Select(_ => Pick(_words, random)));

    private static (string Question, string Answer) WithSlip((string Question, string Answer) example, Random random) =>
        random.Next(3) switch
        {
            0 => (example.Question.ToUpperInvariant() + "!!", example.Answer),
            1 => ("porfa " + example.Question, example.Answer),
            _ => (example.Question.Replace('v', 'b').Replace('z', 's'), example.Answer + " 🙂"),
        };

    private static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
