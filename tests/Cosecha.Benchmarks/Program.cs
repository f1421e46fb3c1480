using BenchmarkDotNet.Running;
using Cosecha.Benchmarks;

switch (args.FirstOrDefault())
{
    case "anonymizer":
        BenchmarkRunner.Run<AnonymizerBenchmark>(args: args[1..]);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Cosecha.Benchmarks -- anonymizer");
        return 2;
}
