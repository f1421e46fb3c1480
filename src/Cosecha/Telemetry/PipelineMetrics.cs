using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Cosecha.Telemetry;

/// <summary>
/// Counts and measures what happens: with the <see cref="Instruments"/> of the meter <c>Cosecha</c> for whoever listens, and as daily totals of this
/// process, which <see cref="CounterFlusher"/> saves.
/// </summary>
public sealed class PipelineMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Cosecha";

    private readonly TimeProvider _clock;
    private readonly Meter _meter;
    private readonly Dictionary<string, Counter<double>> _counters;
    private readonly Dictionary<string, Histogram<double>> _histograms;
    private readonly ConcurrentDictionary<(DateOnly Day, string Name), double> _totals = new();

    /// <summary>Starts at zero.</summary>
    public PipelineMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        _meter = meters.Create(MeterName);
        _counters = Instruments.Counters.ToDictionary(
            c => c.Key,
            c => _meter.CreateCounter<double>(c.Value.Name, c.Value.Unit, c.Value.Description)
        );
        _histograms = Instruments.Histograms.ToDictionary(h => h.Name, CreateHistogram);
    }

    /// <summary>Adds to a counter of <see cref="CounterNames"/>.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="reason">Status, reason or type: a code of a closed list, never text of a message. Null when the counter has none.</param>
    /// <param name="by">How much.</param>
    public void Count(string counter, string? reason = null, double by = 1)
    {
        var code = reason is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(reason);
        if (_counters.TryGetValue(counter, out var instrument))
        {
            instrument.Add(by, code is null ? default : new TagList { { Instruments.Counters[counter].Attributes[0], code } });
        }

        var day = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        _totals.AddOrUpdate((day, code is null ? counter : $"{counter}.{code}"), by, (_, total) => total + by);
    }

    /// <summary>Adds a value to a histogram of <see cref="Instruments"/>.</summary>
    /// <param name="histogram">The histogram.</param>
    /// <param name="value">The value, in its unit.</param>
    /// <param name="tags">Values for its attributes; one that is null is left out.</param>
    public void Record(InstrumentDefinition histogram, double value, params ReadOnlySpan<(string Key, string? Value)> tags)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        var list = new TagList();
        foreach (var (key, text) in tags)
        {
            if (text is not null)
            {
                list.Add(key, text);
            }
        }

        _histograms[histogram.Name].Record(value, list);
    }

    /// <summary>The totals since the start of this process, by day and counter.</summary>
    public IReadOnlyDictionary<DateOnly, Dictionary<string, double>> Totals() =>
        _totals.ToArray().GroupBy(t => t.Key.Day).ToDictionary(g => g.Key, g => g.ToDictionary(t => t.Key.Name, t => t.Value));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private Histogram<double> CreateHistogram(InstrumentDefinition histogram) =>
        _meter.CreateHistogram(
            histogram.Name,
            histogram.Unit,
            histogram.Description,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = histogram.Buckets }
        );
}
