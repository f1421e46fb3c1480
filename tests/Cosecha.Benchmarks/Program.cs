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
    default:
        Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Cosecha.Benchmarks -- flow");
        return 1;
}
