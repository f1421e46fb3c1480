using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cosecha.Benchmarks.Flow;

/// <summary>Counts the requests that this process sends to a storage account, by the meter of the HTTP client.</summary>
internal sealed partial class StorageOperations : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly HashSet<int> _ports;
    private long _count;

    public StorageOperations(string connectionString)
    {
        _ports = [.. Port().Matches(connectionString).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "System.Net.Http", Name: "http.client.request.duration" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, _, tags, _) => Add(tags));
        _listener.Start();
    }

    public long Count => Interlocked.Read(ref _count);

    public void Dispose() => _listener.Dispose();

    private void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "server.port" && value is int port && _ports.Contains(port))
            {
                Interlocked.Increment(ref _count);
            }
        }
    }

    [GeneratedRegex(@"127\.0\.0\.1:([0-9]+)")]
    private static partial Regex Port();
}
