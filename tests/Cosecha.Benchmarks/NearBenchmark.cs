using System.Diagnostics;
using Cosecha.Catalog;
using Cosecha.Datasets.Cleaning;
using Microsoft.Extensions.Options;

namespace Cosecha.Benchmarks;

/// <summary>
/// Near-duplicates among 10,000, 100,000 and 500,000 made-up examples on one core: time, and the memory that the finder holds. The texts are made anew
/// from their keys when they are asked for, so that they do not count.
/// </summary>
internal static class NearBenchmark
{
    private static readonly int[] s_counts = [10_000, 100_000, 500_000];

    /// <summary>Runs all sizes, or those up to a limit, and prints a line each.</summary>
    public static int Run(int most, CancellationToken cancellationToken)
    {
        var folder = new CatalogOptions();
        var catalog = CatalogLoader.Load(folder.Path);
        var reader = new DomainReader(catalog);
        var fingerprints = new FingerprintReader(reader, catalog, Options.Create(folder));
        var texts = new NearExamples(catalog);
        foreach (var count in s_counts.Where(c => c <= most))
        {
            var start = GC.GetTotalMemory(forceFullCollection: true);
            var watch = Stopwatch.StartNew();
            var list = new FingerprintList();
            for (var key = 0; key < count; key++)
            {
                var (question, answer) = texts.Make(key);
                list.Add(fingerprints.Of(question, answer));
            }

            var added = watch.Elapsed;
            var held = (GC.GetTotalMemory(forceFullCollection: true) - start) / 1e6;
            watch.Restart();
            var asked = 0;
            var clusters = new NearDuplicates(fingerprints).Find(
                list,
                _ => true,
                key =>
                {
                    asked++;
                    return texts.Make(key);
                },
                cancellationToken
            );
            var after = (GC.GetTotalMemory(forceFullCollection: true) - start) / 1e6;
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{count} examples: added in {added.TotalSeconds:0.0} s, found in {watch.Elapsed.TotalSeconds:0.0} s, {held:0} MB held, {after:0} MB with {clusters.Count} clusters of {clusters.Sum(c => c.Members.Count())}, {asked} texts asked for again, {Environment.WorkingSet / 1e6:0} MB process"
                )
            );
            GC.KeepAlive(list);
        }

        return 0;
    }
}
