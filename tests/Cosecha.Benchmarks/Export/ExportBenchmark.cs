using System.Diagnostics;
using System.Globalization;
using Cosecha.AcceptanceTests;
using Cosecha.Azure;
using Cosecha.Azure.Blobs;
using Cosecha.Azure.Tables;
using Cosecha.Catalog;
using Cosecha.Datasets;
using Cosecha.Datasets.Cleaning;
using Cosecha.Datasets.Reading;
using Cosecha.Messages;
using Cosecha.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Cosecha.Benchmarks.Export;

/// <summary>
/// Exports 10,000 to 1,000,000 made-up messages behind the ports, each number in a process of its own for its memory; and 100,000 from and to Azurite, in turn
/// with merely reading the same rows and uploading as many bytes.
/// </summary>
internal static class ExportBenchmark
{
    private const int Rounds = 3;
    private const int Ranges = 32;

    private static readonly int[] s_counts = [10_000, 100_000, 1_000_000];

    /// <summary>Runs all, or what the arguments name: <c>memory COUNT</c>, <c>azurite COUNT</c>.</summary>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        switch (arguments)
        {
            case ["memory", var count]:
                await RunInMemoryAsync(int.Parse(count, CultureInfo.InvariantCulture), cancellationToken);
                return 0;
            case ["azurite", var count]:
                await RunOnAzuriteAsync(int.Parse(count, CultureInfo.InvariantCulture), cancellationToken);
                return 0;
            default:
                foreach (var count in s_counts)
                {
                    var self = Process.Start(Environment.ProcessPath!, [.. Self, "export", "memory", $"{count}"]);
                    await self.WaitForExitAsync(cancellationToken);
                }

                await RunOnAzuriteAsync(100_000, cancellationToken);
                return 0;
        }
    }

    /// <summary>What comes before the arguments when the runtime's own program runs this one.</summary>
    private static string[] Self =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ExportBenchmark).Assembly.Location] : [];

    private static async Task RunInMemoryAsync(int count, CancellationToken cancellationToken)
    {
        var ports = new DiscardedDatasets();
        var world = new World(count);
        var watch = Stopwatch.StartNew();
        var manifest = await world.Stage(world.Made, ports, ports, ports).RunAsync(TimeSpan.Zero, cancellationToken);
        using var self = Process.GetCurrentProcess();
        Print(
            $"{count, 9} messages in memory: {watch.Elapsed.TotalSeconds:0.0} s, {count / watch.Elapsed.TotalSeconds:0} messages/s, {self.TotalProcessorTime.TotalMicroseconds / count:0} us of a processor each, at most {self.PeakWorkingSet64 / 1e6:0} MB; {Said(manifest!.Manifest)}"
        );
    }

    private static async Task RunOnAzuriteAsync(int count, CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartNewAsync(cancellationToken);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, azurite.ConnectionString)]);
        var account = new StorageAccount(settings.Build());
        var (world, messages) = (new World(count), new MessageStore(account));
        var limits = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken };
        var users = Enumerable.Range(0, world.Made.Users);
        await Parallel.ForEachAsync(users, limits, async (user, token) => await messages.AddAsync([.. world.Made.Of(user)], token));
        var (datasets, lineage) = (new DatasetStore(account), new LineageIndex(account));
        var bare = new BareExport(account, UserKeyRange.Split(world.Made.Grants().Keys, Ranges));
        var ratios = new List<double>();
        // Round 0 warms up: it is shown and not counted.
        for (var round = 0; round <= Rounds; round++)
        {
            var datasetLock = new DatasetLock(account, TimeProvider.System, NullLogger<DatasetLock>.Instance);
            var watch = Stopwatch.StartNew();
            var result = await world.Stage(messages, datasets, lineage, datasetLock, $"{round}").RunAsync(TimeSpan.Zero, cancellationToken);
            var (export, manifest) = (watch.Elapsed, result!.Manifest);
            watch.Restart();
            var rows = await bare.RunAsync(manifest, cancellationToken);
            ratios.Add(export / watch.Elapsed);
            Print(
                $"{rows, 9} messages on Azurite, round {round}: {export.TotalSeconds:0.0} s, {count / export.TotalSeconds:0} messages/s; bare {watch.Elapsed.TotalSeconds:0.0} s; ratio {ratios[^1]:0.00}; {Said(manifest)}"
            );
        }

        Print($"median ratio {ratios.Skip(1).Order().ElementAt(Rounds / 2):0.00}");
    }

    private static string Said(Manifest manifest) =>
        $"{manifest.Train} train, {manifest.Valid} valid, {manifest.Files.Sum(f => f.Bytes) / 1_000_000} MB, left out {string.Join(", ", manifest.Excluded.Select(e => $"{e.Key} {e.Value}"))}";

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    /// <summary>What an export needs besides storage.</summary>
    private sealed class World
    {
        private readonly DomainCatalog _catalog;
        private readonly FingerprintReader _fingerprints;
        private readonly ServiceProvider _services = new ServiceCollection()
            .AddMetrics()
            .AddSingleton<PipelineMetrics>()
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider();

        public World(int count)
        {
            var folder = new CatalogOptions();
            _catalog = CatalogLoader.Load(folder.Path);
            _fingerprints = new(new DomainReader(_catalog), _catalog, Options.Create(folder));
            Made = new(new NearExamples(_catalog), count);
        }

        public MadeMessages Made { get; }

        public ExportStage Stage(
            IMessageStore messages,
            IDatasetStore datasets,
            ILineageIndex lineage,
            IDatasetLock datasetLock,
            string seed = "cosecha"
        ) =>
            new(
                new ExportReader(messages, _fingerprints),
                new NearDuplicates(_fingerprints),
                new MadeConsents(Made),
                datasets,
                lineage,
                datasetLock,
                new DatasetTidy(datasets, lineage),
                _catalog,
                Options.Create(new ExportOptions { Seed = seed }),
                _services.GetRequiredService<PipelineMetrics>(),
                TimeProvider.System
            );
    }
}
