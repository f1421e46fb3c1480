using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Cosecha.Telemetry;

/// <summary>
/// Counts what happens: as instruments of the meter <c>Cosecha</c> for whoever listens, and as daily totals of this process, which
/// <see cref="CounterFlusher"/> saves.
/// </summary>
public sealed class PipelineMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Cosecha";

    private readonly TimeProvider _clock;
    private readonly Meter _meter;
    private readonly ConcurrentDictionary<string, Counter<double>> _instruments = new();
    private readonly ConcurrentDictionary<(DateOnly Day, string Name), double> _totals = new();

    /// <summary>Starts at zero.</summary>
    public PipelineMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        _meter = meters.Create(MeterName);
    }

    /// <summary>Adds to a counter of <see cref="CounterNames"/>.</summary>
    /// <param name="counter">The counter.</param>
    /// <param name="reason">Status, reason or type: a code of a closed list, never text of a message. Null when the counter has none.</param>
    /// <param name="by">How much.</param>
    public void Count(string counter, string? reason = null, double by = 1)
    {
        var code = reason is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(reason);
        var instrument = _instruments.GetOrAdd(counter, static (name, meter) => meter.CreateCounter<double>($"cosecha.{name}"), _meter);
        instrument.Add(by, code is null ? default : new KeyValuePair<string, object?>("reason", code));
        var day = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        _totals.AddOrUpdate((day, code is null ? counter : $"{counter}.{code}"), by, (_, total) => total + by);
    }

    /// <summary>The totals since the start of this process, by day and counter.</summary>
    public IReadOnlyDictionary<DateOnly, Dictionary<string, double>> Totals() =>
        _totals.ToArray().GroupBy(t => t.Key.Day).ToDictionary(g => g.Key, g => g.ToDictionary(t => t.Key.Name, t => t.Value));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
