using System.Diagnostics;
using System.Globalization;
using Cosecha.AcceptanceTests;
using Cosecha.Azure;
using Cosecha.Benchmarks.Flow;
using Cosecha.Datasets;
using Microsoft.Extensions.DependencyInjection;

namespace Cosecha.Benchmarks.Cost;

/// <summary>
/// Counts what messages cause in requests of 1, 20 and 100, the next request only when the last one's messages are stored: so no receive serves two requests, as with
/// a quiet bot. Then what an export and an idle minute cause. Prints the tables of docs/cost.md.
/// </summary>
internal static class CostBenchmark
{
    private static readonly (int Size, int Requests)[] s_runs = [(1, 800), (20, 100), (100, 40)];

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartNewAsync(cancellationToken);
        using var operations = new StorageOperations(azurite.ConnectionString);
        var usages = new List<MessageUsage>();
        foreach (var (size, requests) in s_runs)
        {
            var load = new CostLoad(string.Create(CultureInfo.InvariantCulture, $"in{size}s"));
            await using var flow = await RealFlow.StartAsync(azurite.ConnectionString, load.Users, cancellationToken);
            usages.Add(await MeasureAsync(flow, load, size, requests, operations, cancellationToken));
            if (size == s_runs[^1].Size)
            {
                await ExportAsync(flow, operations, cancellationToken);
                await IdleAsync(operations, cancellationToken);
            }
        }

        var bytes = await RowSize.AverageAsync(
            azurite.ConnectionString,
            [StorageNames.MessagesTable, StorageNames.ClaimsTable],
            cancellationToken
        );
        CostTables.Print([.. usages.Select(u => u with { StoredBytes = bytes })]);
        return 0;
    }

    private static async Task<MessageUsage> MeasureAsync(
        RealFlow flow,
        CostLoad load,
        int size,
        int requests,
        StorageOperations operations,
        CancellationToken cancellationToken
    )
    {
        // The first round warms up: code is compiled, connections are made, consents are known.
        var stored = await PostAsync(flow, load, size, requests, 0, cancellationToken);
        using var self = Process.GetCurrentProcess();
        var (before, processor) = (operations.Counts, self.TotalProcessorTime);
        await PostAsync(flow, load, size, requests, stored, cancellationToken);
        self.Refresh();
        var (messages, counted) = ((double)(size * requests), Since(before, operations));
        Print($"{size} a request, {messages} messages: {Said(counted)}");
        double Each(params string[] kinds) => kinds.Sum(k => counted.GetValueOrDefault(k)) / messages;
        return new(
            Each("Queue POST"),
            Each("Queue GET"),
            Each("Queue DELETE"),
            Each("Table GET"),
            Each("Table POST", "Table PUT", "Table PATCH"),
            Each("Queue DELETE") + (requests / messages),
            (self.TotalProcessorTime - processor).TotalMilliseconds / messages,
            StoredBytes: 0
        );
    }

    private static async Task<int> PostAsync(
        RealFlow flow,
        CostLoad load,
        int size,
        int requests,
        int stored,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < requests; i++)
        {
            await flow.PostAsync(load.Next(size), cancellationToken);
            stored += size;
            await flow.StoredAsync(stored, cancellationToken);
        }

        return stored;
    }

    private static async Task ExportAsync(RealFlow flow, StorageOperations operations, CancellationToken cancellationToken)
    {
        var before = operations.Counts;
        var result = await flow.Services.GetRequiredService<ExportStage>().RunAsync(TimeSpan.Zero, cancellationToken);
        Print($"An export of {result!.Manifest.Messages} messages: {Said(Since(before, operations))}");
    }

    private static async Task IdleAsync(StorageOperations operations, CancellationToken cancellationToken)
    {
        // Until the pause between receives of an empty queue has grown to its longest.
        await Task.Delay(TimeSpan.FromSeconds(10), cancellationToken);
        var before = operations.Counts;
        await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        Print($"An idle minute of one host: {Said(Since(before, operations))}");
    }

    private static Dictionary<string, long> Since(IReadOnlyDictionary<string, long> before, StorageOperations operations) =>
        operations.Counts.ToDictionary(c => c.Key, c => c.Value - before.GetValueOrDefault(c.Key));

    private static string Said(Dictionary<string, long> counted) =>
        string.Join(", ", counted.Where(c => c.Value > 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"));

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
