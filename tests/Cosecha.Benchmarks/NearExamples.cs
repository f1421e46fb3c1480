using Cosecha.Catalog;

namespace Cosecha.Benchmarks;

/// <summary>Makes examples from the catalog's words, the same for the same key: half ask for a quantity of a product, half say what the intents' cues say; one in five repeats an earlier one with a slip.</summary>
internal sealed class NearExamples(DomainCatalog catalog)
{
    private readonly string[] _cues = [.. catalog.Intents.Cues.SelectMany(c => c.Forms)];
    private readonly string[] _places = [.. catalog.Places.Cities.Select(c => c.Name)];

    /// <summary>Question and answer of a key.</summary>
    public (string Question, string Answer) Make(long key)
    {
        var random = new Random((int)key * 7919);
        return key > 0 && random.Next(5) == 0 ? WithSlip(Plain(random.NextInt64(key)), random) : Plain(key);
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
        return (
            $"{Pick(_cues, random)} {tons} t {Pick(product.Forms, random)} {size} {place}",
            $"{product.Name} {size}, {tons} t, {place}"
        );
    }

    private (string Question, string Answer) Talk(Random random) =>
        (
            string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(_cues, random))),
            Pick(_cues, new Random(random.Next(200)))
        );

    private static (string Question, string Answer) WithSlip((string Question, string Answer) example, Random random) =>
        random.Next(3) switch
        {
            0 => (example.Question.ToUpperInvariant() + "!!", example.Answer),
            1 => ("porfa " + example.Question, example.Answer),
            _ => (example.Question.Replace('v', 'b').Replace('z', 's'), example.Answer + " 🙂"),
        };

    private static T Pick<T>(IReadOnlyList<T> list, Random random) => list[random.Next(list.Count)];
}
