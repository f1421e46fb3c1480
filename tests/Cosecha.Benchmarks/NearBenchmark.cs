using Cosecha.Catalog;
using Cosecha.Datasets.Cleaning;
using Microsoft.Extensions.Options;

namespace Cosecha.Benchmarks;

/// <summary>
/// Near-duplicates among 5,000, 50,000 and 500,000 made-up examples on one core: processor time, and memory. The texts are made anew
/// from their keys when they are asked for, so that they do not count.
/// </summary>
internal static class NearBenchmark
{
    private static readonly int[] s_counts = [5_000, 50_000, 500_000];

    /// <summary>Runs all sizes, or those up to a limit, and prints a line each.</summary>
    public static int Run(int most, CancellationToken cancellationToken)
    {
        var folder = new CatalogOptions();
        var catalog = CatalogLoader.Load(folder.Path);
        var reader = new DomainReader(catalog);
        var texts = new NearExamples(catalog);
        var prints = new FingerprintReader(reader, catalog, Options.Create(folder));
        foreach (var count in s_counts.Where(c => c <= most))
        {
            RunOne(count, prints, texts, cancellationToken);
        }

        return 0;
    }

    private static void RunOne(int count, FingerprintReader prints, NearExamples texts, CancellationToken cancellationToken)
    {
        var start = GC.GetTotalMemory(forceFullCollection: true);
        var list = new FingerprintList();
        var added = ProcessorTime(() =>
        {
            for (var i = 0; i < count; i++)
            {
                var (question, answer) = texts.Make(i);
                list.Add(prints.Of(prints.Read(question), prints.Read(answer)));
            }
        });
        var held = (GC.GetTotalMemory(forceFullCollection: true) - start) / 1e6;
        var (asked, peak) = (0, 0L);
        IReadOnlyList<DuplicateCluster> clusters = [];
        var found = ProcessorTime(() => clusters = new NearDuplicates(prints).Find(list, _ => true, Text, cancellationToken));
        Console.WriteLine(
            FormattableString.Invariant(
                $"{count} examples: {added / count:0.0} us each for fingerprints, {found / count:0.0} us to find; {held:0} MB held, at most {(peak - start) / 1e6:0} MB with garbage; {clusters.Count} clusters of {clusters.Sum(c => c.Copies.Sum(k => k.Count))}, {asked} texts asked for again"
            )
        );

        (string Question, string Answer) Text(int index)
        {
            peak = asked++ % 256 == 0 ? Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)) : peak;
            return texts.Make(index);
        }
    }

    // Of the process, in microseconds: others on the machine do not count.
    private static double ProcessorTime(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds;
    }
}
