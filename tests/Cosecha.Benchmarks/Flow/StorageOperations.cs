using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cosecha.Benchmarks.Flow;

/// <summary>
/// Counts the requests that this process sends to a storage account, by the meter of the HTTP client. A request is known by its service and verb, such as
/// <c>Queue GET</c>: the flow uses each verb of a service for one thing only. Retries count; so does what fails.
/// </summary>
internal sealed partial class StorageOperations : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<int, string> _services;
    private readonly ConcurrentDictionary<string, long> _counts = new();

    public StorageOperations(string connectionString)
    {
        _services = Endpoint()
            .Matches(connectionString)
            .ToDictionary(m => int.Parse(m.Groups["port"].ValueSpan, CultureInfo.InvariantCulture), m => m.Groups["service"].Value);
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

    public long Count => _counts.Values.Sum();

    /// <summary>What was counted so far, by service and verb.</summary>
    public IReadOnlyDictionary<string, long> Counts => new Dictionary<string, long>(_counts);

    public void Dispose() => _listener.Dispose();

    private void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (service, verb) = (default(string), default(string));
        foreach (var (name, value) in tags)
        {
            service = name == "server.port" && value is int port ? _services.GetValueOrDefault(port) : service;
            verb = name == "http.request.method" ? value as string : verb;
        }

        if (service is not null)
        {
            _counts.AddOrUpdate($"{service} {verb}", 1, (_, count) => count + 1);
        }
    }

    [GeneratedRegex(@"(?<service>Blob|Queue|Table)Endpoint=http://127\.0\.0\.1:(?<port>[0-9]+)")]
    private static partial Regex Endpoint();
}
