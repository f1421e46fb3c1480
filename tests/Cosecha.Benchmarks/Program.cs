using System.Globalization;
using BenchmarkDotNet.Running;
using Cosecha.Benchmarks;
using Cosecha.Benchmarks.Cost;
using Cosecha.Benchmarks.Export;
using Cosecha.Benchmarks.Flow;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

switch (args)
{
    case ["flow"]:
        return await FlowBenchmark.RunAsync(stop.Token);
    case ["cost"]:
        return await CostBenchmark.RunAsync(stop.Token);
    case ["anonymizer", .. var rest]:
        BenchmarkRunner.Run<AnonymizerBenchmark>(args: rest);
        return 0;
    case ["labeler", .. var rest]:
        BenchmarkRunner.Run<LabelerBenchmark>(args: rest);
        return 0;
    case ["checks", .. var rest]:
        BenchmarkRunner.Run<DatasetCheckBenchmark>(args: rest);
        return 0;
    case ["export", .. var rest]:
        return await ExportBenchmark.RunAsync(rest, stop.Token);
    case ["near", .. var rest]:
        return NearBenchmark.Run(rest is [var most] ? int.Parse(most, CultureInfo.InvariantCulture) : int.MaxValue, stop.Token);
    default:
        Console.Error.WriteLine(
            "Usage: dotnet run -c Release --project tests/Cosecha.Benchmarks -- flow|cost|anonymizer|labeler|checks|near|export"
        );
        return 2;
}
