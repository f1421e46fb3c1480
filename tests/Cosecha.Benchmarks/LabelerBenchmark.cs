using BenchmarkDotNet.Attributes;
using Cosecha.Catalog;
using Cosecha.Filtering;
using Cosecha.Labeling;

namespace Cosecha.Benchmarks;

/// <summary>One message through the reader, the filter and the rule labeler on one core. Messages as in <see cref="BenchmarkMessages"/>.</summary>
[MemoryDiagnoser]
public class LabelerBenchmark
{
    private readonly BenchmarkMessages _messages = new();
    private DomainReader _reader = null!;
    private RuleLabeler _labeler = null!;

    /// <summary>Loads the catalog.</summary>
    [GlobalSetup]
    public void Load()
    {
        var catalog = CatalogLoader.Load(new CatalogOptions().Path);
        _reader = new DomainReader(catalog);
        _labeler = new RuleLabeler(catalog, _reader);
    }

    /// <summary>A message filtered and, when it is of use, labeled; messages a second are 1 s over the mean.</summary>
    [Benchmark]
    public Label? Label()
    {
        var text = _reader.ReadText(_messages.Next());
        return RelevanceFilter.DiscardReason(text) is null ? _labeler.Label(text) : null;
    }
}
