using System.Diagnostics.Metrics;
using Cosecha.Telemetry;

namespace Cosecha.Tests.Fakes;

/// <summary>Every value that the instruments of the meter got from this test's own metrics.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();

    public Measurements()
    {
        var factory = new Factory();
        Metrics = new PipelineMetrics(factory, TimeProvider.System);
        _listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) =>
                All.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}".TrimEnd())
        );
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == factory.Made)
            {
                Instruments.Add(instrument);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.Start();
    }

    public PipelineMetrics Metrics { get; }

    public List<Instrument> Instruments { get; } = [];

    /// <summary>Name, value and attributes, in order.</summary>
    public List<string> All { get; } = [];

    public void Dispose()
    {
        _listener.Dispose();
        Metrics.Dispose();
    }

    private sealed class Factory : IMeterFactory
    {
        public Meter? Made { get; private set; }

        public Meter Create(MeterOptions options) => Made = new Meter(options);

        public void Dispose() { }
    }
}
