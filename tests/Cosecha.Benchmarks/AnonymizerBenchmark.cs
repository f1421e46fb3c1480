using BenchmarkDotNet.Attributes;
using Cosecha.Anonymization;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Benchmarks;

/// <summary>
/// One message through the anonymizer on one core. Messages as in <see cref="BenchmarkMessages"/>.
/// </summary>
[MemoryDiagnoser]
public class AnonymizerBenchmark
{
    private readonly BenchmarkMessages _messages = new();
    private DomainReader _reader = null!;
    private Anonymizer _anonymizer = null!;

    /// <summary>Loads the catalog.</summary>
    [GlobalSetup]
    public void Load()
    {
        var folder = new CatalogOptions();
        _reader = new DomainReader(CatalogLoader.Load(folder.Path));
        _anonymizer = new Anonymizer(_reader, Options.Create(folder), Options.Create(new AnonymizationOptions()));
    }

    /// <summary>A message anonymized; messages a second are 1 s over the mean.</summary>
    [Benchmark]
    public AnonymizedText Anonymize() => _anonymizer.Anonymize(_messages.Next());

    /// <summary>The share of it that reads the business.</summary>
    [Benchmark]
    public IReadOnlyList<DomainSpan> ReadDomain() => _reader.Read(_messages.Next());
}
