using BenchmarkDotNet.Attributes;
using Cosecha.Datasets;
using Cosecha.Datasets.Checks;

namespace Cosecha.Benchmarks;

/// <summary>A file of 100,000 chat lines through the checks, on one core. Questions and answers as in <see cref="BenchmarkMessages"/>.</summary>
[MemoryDiagnoser]
public class DatasetCheckBenchmark
{
    private const int Lines = 100_000;

    private readonly MemoryStream _file = new();

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void Write()
    {
        var messages = new BenchmarkMessages();
        var format = ExampleFormat.Chat("Eres el asistente de ventas. Responde en el idioma del cliente y pide lo que falte.");
        for (var i = 0; i < Lines; i++)
        {
            _file.Write(format.Line(new("u", "c", $"{messages.Next()} {i}", messages.Next(), 1, [])));
            _file.WriteByte((byte)'\n');
        }
    }

    /// <summary>The file checked; lines a second are 100,000 over the mean.</summary>
    [Benchmark]
    public Task<FileCheck> Check()
    {
        _file.Position = 0;
        return new DatasetChecker(FineTuneModel.Default).CheckAsync(_file, CancellationToken.None);
    }
}
