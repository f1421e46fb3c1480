using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Cosecha.Datasets;
using Cosecha.Datasets.Checks;

namespace Cosecha.Benchmarks;

/// <summary>A file of 100,000 chat lines through the checks, on one core. Questions and answers as in <see cref="BenchmarkMessages"/>.</summary>
[MemoryDiagnoser]
public class DatasetCheckBenchmark
{
    private const int Lines = 100_000;

    private byte[] _file = [];

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void Write()
    {
        using var file = new MemoryStream();
        var messages = new BenchmarkMessages();
        var system = ChatTurn.System("Eres el asistente de ventas. Responde en el idioma del cliente y pide lo que falte.");
        for (var i = 0; i < Lines; i++)
        {
            var line = new ChatLine([system, ChatTurn.User($"{messages.Next()} {i}"), ChatTurn.Assistant(messages.Next())]);
            file.Write(JsonSerializer.SerializeToUtf8Bytes(line, DatasetJson.Plain.ChatLine));
            file.WriteByte((byte)'\n');
        }

        _file = file.ToArray();
    }

    /// <summary>The file checked; lines a second are 100,000 over the mean.</summary>
    [Benchmark]
    public async Task<FileCheck> Check()
    {
        using var file = new MemoryStream(_file);
        return await new DatasetChecker(FineTuneModel.Default).CheckAsync(file, CancellationToken.None);
    }
}
