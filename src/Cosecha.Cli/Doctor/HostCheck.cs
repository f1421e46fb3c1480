using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cosecha.Messages;

namespace Cosecha.Cli.Doctor;

/// <summary>What the code counts on in the Functions host's own settings: <c>host.json</c>, and the settings of the app that win over it.</summary>
internal sealed class HostCheck(DoctorSettings settings) : ICheck
{
    private const string Check = "host";

    // Both are what the host takes by itself too.
    private static readonly IReadOnlyList<(string Name, string Value, string Why)> s_needed =
    [
        ("messageEncoding", "base64", "every message would fail"),
        (
            "maxDequeueCount",
            Delivery.MaxAttempts.ToString(CultureInfo.InvariantCulture),
            "the code would take another try for the last than the host"
        ),
    ];

    private static readonly JsonDocumentOptions s_asTheHost = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private string HostJson => Path.Combine(settings.Folder, "host.json");

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>(Look());

    private List<Finding> Look()
    {
        try
        {
            var queues = Read()?["extensions"]?["queues"];
            List<Finding> findings = [.. s_needed.Select(need => Judge(need, queues?[need.Name]?.ToString())).OfType<Finding>()];
            var source = File.Exists(HostJson) ? "host.json" : "the host, as there is no host.json here,";
            return findings.Count > 0 ? findings : [new(Verdict.Ok, Check, $"{source} has what the code counts on")];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return
            [
                new(
                    Verdict.Fail,
                    Check,
                    "host.json cannot be read: it is no valid JSON",
                    $"compare {HostJson} with the one of the repository"
                ),
            ];
        }
    }

    private JsonNode? Read() => File.Exists(HostJson) ? JsonNode.Parse(File.ReadAllText(HostJson), null, s_asTheHost) : null;

    private Finding? Judge((string Name, string Value, string Why) need, string? inFile)
    {
        var setting = settings.Configuration[$"AzureFunctionsJobHost:extensions:queues:{need.Name}"];
        if ((setting ?? inFile ?? need.Value).Equals(need.Value, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = $"AzureFunctionsJobHost__extensions__queues__{need.Name}";
        var (place, mend) = setting is null
            ? ($"host.json: {need.Name}", $"set extensions.queues.{need.Name} in {HostJson} to {need.Value}")
            : (name, settings.HowToSet(name, need.Value));
        return new(Verdict.Fail, Check, $"{place} is not {need.Value}: {need.Why}", mend);
    }
}
