using Cosecha.Catalog;
using Cosecha.Datasets.Cleaning;
using Cosecha.Tests.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Datasets;

/// <summary>Finds duplicates in a handful of examples, with the catalog that ships.</summary>
internal static class NearDuplicatesFixture
{
    public static FingerprintReader Fingerprints { get; } =
        new(CatalogFixture.Reader, CatalogFixture.Catalog, Options.Create(new CatalogOptions { Path = CatalogFixture.Folder }));

    public static IReadOnlyList<DuplicateCluster> Find(params (string Question, string Answer)[] examples) => Find(examples, _ => true);

    public static IReadOnlyList<DuplicateCluster> Find((string Question, string Answer)[] examples, Func<int, bool> isLookedAt)
    {
        var list = new FingerprintList();
        foreach (var (question, answer) in examples)
        {
            list.Add(Fingerprints.Of(Fingerprints.Read(question), Fingerprints.Read(answer)));
        }

        return new NearDuplicates(Fingerprints).Find(list, isLookedAt, i => examples[i], TestContext.Current.CancellationToken);
    }

    public static bool AreOne((string Question, string Answer) a, (string Question, string Answer) b) => Find(a, b).Count == 1;

    /// <summary>The clusters as text, after adding the examples in an order that the seed decides.</summary>
    public static string Describe(IEnumerable<(int Key, string Question, string Answer)> examples, int seed)
    {
        var list = examples.ToArray();
        new Random(seed).Shuffle(list);
        var clusters = Find([.. list.Select(e => (e.Question, e.Answer))])
            .Select(c => c.Copies.Select(Keys).OrderBy(keys => keys[0]).ToList());
        return string.Join('\n', clusters.OrderBy(c => c[0][0]).Select(c => string.Join('|', c.Select(keys => string.Join(',', keys)))));

        int[] Keys(IReadOnlyList<int> indexes) => [.. indexes.Select(i => list[i].Key).Order()];
    }
}
