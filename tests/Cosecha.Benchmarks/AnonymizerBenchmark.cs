using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Cosecha.Anonymization;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Benchmarks;

/// <summary>
/// One message through the anonymizer on one core. Reads the JSON lines of the file in the variable <c>COSECHA_MESSAGES</c>, or a
/// handful of samples when it is not set.
/// </summary>
[MemoryDiagnoser]
public class AnonymizerBenchmark
{
    private DomainReader _reader = null!;
    private Anonymizer _anonymizer = null!;
    private string[] _messages = [];
    private int _next;

    /// <summary>Loads the catalog and the messages.</summary>
    [GlobalSetup]
    public void Load()
    {
        var folder = new CatalogOptions();
        _reader = new DomainReader(CatalogLoader.Load(folder.Path));
        _anonymizer = new Anonymizer(_reader, Options.Create(folder), Options.Create(new AnonymizationOptions()));
        _messages = Environment.GetEnvironmentVariable("COSECHA_MESSAGES") is { } file
            ? [.. File.ReadLines(file).Select(Text)]
            : [.. s_samples];
    }

    /// <summary>A message anonymized; messages a second are 1 s over the mean.</summary>
    [Benchmark]
    public AnonymizedText Anonymize() => _anonymizer.Anonymize(Next());

    /// <summary>The share of it that reads the business.</summary>
    [Benchmark]
    public IReadOnlyList<DomainSpan> ReadDomain() => _reader.Read(Next());

    private static readonly string[] s_samples =
    [
        "Hola, soy Maritza Intriago de Manta, necesito 20/30 para Houston, mi cel 099 123 4287",
        "cotízame HLSO 16/20 y 21/25, 42,000 lbs CFR Houston, glaseo 10%",
        "Que la proforma salga a nombre de Galo Benavides, RUC 1790733254001, Av. Juan Tanca Marengo Mz. 4 Solar 28",
        "Hi, this is Frank K. Guidry. We need 2 FCL of P&D IQF 31/35, quote to fguidry@example.com please",
        "me das 31 35 36 40 41 50 51 60 61 70 todo cocido?",
        "ok gracias, quedo pendiente",
    ];

    private static string Text(string line)
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("text").GetString()!;
    }

    private string Next() => _messages[_next++ % _messages.Length];
}
