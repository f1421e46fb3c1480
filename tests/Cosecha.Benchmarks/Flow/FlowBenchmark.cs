using System.Diagnostics;
using System.Globalization;
using Cosecha.AcceptanceTests;

namespace Cosecha.Benchmarks.Flow;

/// <summary>
/// Drains 2,000 posted messages through the whole flow, and does the same storage operations bare: same batches, same payloads, same number of
/// senders and listeners, no code of ours between them. Both run in turn on the same Azurite, so that a busy machine weighs on both.
/// </summary>
internal static class FlowBenchmark
{
    private const int Rounds = 5;

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var azurite = await Azurite.StartNewAsync(cancellationToken);
        using var operations = new StorageOperations(azurite.ConnectionString);
        var ratios = new List<double>();
        Console.WriteLine("round    flow msg/s    bare msg/s    ratio    storage operations a message: flow, bare");
        // Round 0 warms up: it is shown and not counted.
        for (var round = 0; round <= Rounds; round++)
        {
            var load = Load.Create(round);
            var bare = await MeasureAsync(
                () => new BareFlow(azurite.ConnectionString, load, round).RunAsync(cancellationToken),
                operations
            );
            var flow = await MeasureAsync(() => RunAsync(azurite.ConnectionString, load, cancellationToken), operations);
            ratios.Add(flow.Rate / bare.Rate);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{round, 5}    {flow.Rate, 10:f0}    {bare.Rate, 10:f0}    {ratios[^1], 5:f2}    {flow.Operations:f3}, {bare.Operations:f3}"
                )
            );
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median ratio {ratios.Skip(1).Order().ElementAt(Rounds / 2):f2}"));
        return 0;
    }

    private static async Task<TimeSpan> RunAsync(string storage, Load load, CancellationToken cancellationToken)
    {
        await using var flow = await RealFlow.StartAsync(storage, load.Users, cancellationToken);
        var clock = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Load.Senders, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(load.Batches, options, async (batch, token) => await flow.PostAsync(batch, token));
        await flow.StoredAsync(Load.Messages, cancellationToken);
        return clock.Elapsed;
    }

    private static async Task<(double Rate, double Operations)> MeasureAsync(Func<Task<TimeSpan>> run, StorageOperations operations)
    {
        var before = operations.Count;
        var elapsed = await run();
        return (Load.Messages / elapsed.TotalSeconds, (operations.Count - before) / (double)Load.Messages);
    }
}
