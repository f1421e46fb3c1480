using Cosecha.Datasets.Cleaning;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Datasets;

/// <summary>Finds duplicates in a handful of examples, with the catalog that ships.</summary>
internal static class NearDuplicatesFixture
{
    private static readonly FormVocabulary Vocabulary = new(CatalogFixture.Catalog, CatalogFixture.Reader, CatalogFixture.Folder);

    public static IReadOnlyList<DuplicateCluster> Find(params (string Question, string Answer)[] examples)
    {
        var finder = new NearDuplicates(CatalogFixture.Reader, Vocabulary);
        for (var i = 0; i < examples.Length; i++)
        {
            finder.Add(i, examples[i].Question, examples[i].Answer);
        }

        return finder.Find(key => examples[key], TestContext.Current.CancellationToken);
    }

    public static bool AreOne((string Question, string Answer) a, (string Question, string Answer) b) => Find(a, b).Count == 1;

    /// <summary>The clusters as text, after adding the examples in an order that the seed decides.</summary>
    public static string Describe(IEnumerable<(int Key, string Question, string Answer)> examples, int seed)
    {
        var list = examples.ToArray();
        var texts = list.ToDictionary(e => (long)e.Key, e => (e.Question, e.Answer));
        var finder = new NearDuplicates(CatalogFixture.Reader, Vocabulary);
        new Random(seed).Shuffle(list);
        foreach (var (key, question, answer) in list)
        {
            finder.Add(key, question, answer);
        }

        var clusters = finder.Find(key => texts[key], TestContext.Current.CancellationToken);
        return string.Join('\n', clusters.Select(c => string.Join('|', c.Copies.Select(copies => string.Join(',', copies)))));
    }
}
