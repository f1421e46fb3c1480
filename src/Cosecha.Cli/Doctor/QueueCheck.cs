using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Cosecha.Azure;

namespace Cosecha.Cli.Doctor;

/// <summary>
/// Whether host and app agree on how queue messages are encoded, and whether what waits in the queues can be read by this build. It peeks at 32
/// messages of each queue and takes none.
/// </summary>
internal sealed class QueueCheck(DoctorSettings settings) : ICheck
{
    private const string Check = "queue messages";
    private const string Base64 = "base64";
    private const int Peeked = 32;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var storage = StorageClients.Connect(settings.Configuration);
            List<Finding> findings = [.. Host()];
            var read = 0;
            foreach (var queue in StorageNames.Queues.SelectMany(name => new[] { name, name + StorageNames.PoisonSuffix }))
            {
                var messages = await PeekAsync(storage, queue, cancellationToken);
                read += messages.Count;
                findings.AddRange(new QueueFindings(queue).Of(messages));
            }

            return findings.Count > 0
                ? findings
                : [new(Verdict.Ok, Check, $"base64, as host.json says; {Wording.Count(read, "message")} looked at")];
        }
        catch (Exception e) when ((e is InvalidDataException || StorageProblem.Is(e)) && !cancellationToken.IsCancellationRequested)
        {
            return [new(Verdict.Warn, Check, "not looked at: the queues cannot be read, see above")];
        }
    }

    private IEnumerable<Finding> Host()
    {
        var path = Path.Combine(settings.Folder, "host.json");
        var encoding = settings.Configuration["AzureFunctionsJobHost:extensions:queues:messageEncoding"] ?? EncodingOf(path);
        return encoding.Equals(Base64, StringComparison.OrdinalIgnoreCase)
            ? []
            :
            [
                new(
                    Verdict.Fail,
                    Check,
                    "host.json has another encoding than the app, or cannot be read: every message would fail",
                    $"set extensions.queues.messageEncoding in {path} to base64"
                ),
            ];
    }

    /// <summary>What the host takes: base64, unless the file says otherwise; empty for a file that is no JSON.</summary>
    private static string EncodingOf(string path)
    {
        try
        {
            var host = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
            return host?["extensions"]?["queues"]?["messageEncoding"]?.ToString() ?? Base64;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static async Task<IReadOnlyList<string>> PeekAsync(StorageClients storage, string queue, CancellationToken cancellationToken)
    {
        try
        {
            var peeked = await storage.Queues.GetQueueClient(queue).PeekMessagesAsync(Peeked, cancellationToken);
            return [.. peeked.Value.Select(message => message.MessageText)];
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return [];
        }
    }
}
