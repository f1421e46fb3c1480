using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Cosecha.LocalHost.Configuration;

/// <summary>What this host honours of host.json; other keys are ignored.</summary>
/// <param name="RoutePrefix">extensions.http.routePrefix, <c>api</c> unless said.</param>
/// <param name="Queues">extensions.queues.</param>
internal sealed record HostJson(string RoutePrefix, QueueSettings Queues)
{
    private const string FileName = "host.json";

    /// <summary>Reads host.json in <paramref name="root"/>; settings <c>AzureFunctionsJobHost__a__b</c> win over its keys.</summary>
    /// <exception cref="HostConfigurationException">The file is missing or not valid, or a key is out of its range.</exception>
    public static HostJson Load(string root, IConfiguration settings)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
            throw new HostConfigurationException($"{path} is missing; the host takes routes and queue settings from it.");
        var reader = new Reader(path, Parse(path), settings.GetSection("AzureFunctionsJobHost"));
        if (reader.Read("version", "") != "2.0")
            throw new HostConfigurationException($"{path}: version must be \"2.0\".");
        return new HostJson(reader.Read("extensions:http:routePrefix", "api").Trim('/'), ReadQueues(reader));
    }

    private static QueueSettings ReadQueues(Reader reader)
    {
        const string Section = "extensions:queues:";
        var batchSize = reader.Read(Section + "batchSize", 16, value => value is >= 1 and <= 32, "1 to 32");
        return new QueueSettings
        {
            BatchSize = batchSize,
            NewBatchThreshold = reader.Read(
                Section + "newBatchThreshold",
                batchSize / 2 * Environment.ProcessorCount,
                value => value >= 0,
                "0 or more"
            ),
            MaxPollingInterval = reader.Read(
                Section + "maxPollingInterval",
                TimeSpan.FromMinutes(1),
                value => value >= TimeSpan.FromMilliseconds(100),
                "a time of 00:00:00.100 or more"
            ),
            VisibilityTimeout = reader.Read(
                Section + "visibilityTimeout",
                TimeSpan.Zero,
                value => value >= TimeSpan.Zero && value <= TimeSpan.FromDays(7),
                "a time up to 7 days"
            ),
            MaxDequeueCount = reader.Read(Section + "maxDequeueCount", 5, value => value >= 1, "1 or more"),
            Base64 = reader
                .Read(Section + "messageEncoding", "base64", value => value.ToLowerInvariant() is "base64" or "none", "base64 or none")
                .Equals("base64", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static IConfiguration Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return new ConfigurationBuilder().AddJsonStream(file).Build();
        }
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            throw new HostConfigurationException($"{path} is not valid JSON.");
        }
    }

    private sealed record Reader(string Path, IConfiguration File, IConfiguration Overrides)
    {
        public T Read<T>(string key, T fallback, Func<T, bool>? valid = null, string range = "")
        {
            var text = Overrides[key] ?? File[key];
            if (text is null)
                return fallback;
            var name = key.Replace(ConfigurationPath.KeyDelimiter, ".", StringComparison.Ordinal);
            try
            {
                var value = (T)TypeDescriptor.GetConverter(typeof(T)).ConvertFromString(null, CultureInfo.InvariantCulture, text)!;
                return valid is null || valid(value) ? value : throw new FormatException();
            }
            // The converters wrap what the parsers throw, each in its own way.
            catch (Exception problem) when (problem is FormatException or ArgumentException or OverflowException)
            {
                throw new HostConfigurationException($"{Path}: {name} is \"{text}\" but must be {range}.");
            }
        }
    }
}
