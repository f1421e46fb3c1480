using System.Text.Json;
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
        var encoding =
            settings.Configuration["AzureFunctionsJobHost:extensions:queues:messageEncoding"]
            ?? (File.Exists(path) ? EncodingOf(path) : null);
        if (encoding is not null && !encoding.Equals("base64", StringComparison.OrdinalIgnoreCase))
        {
            yield return new(
                Verdict.Fail,
                Check,
                "host.json has another encoding than the app: every message would fail",
                $"set extensions.queues.messageEncoding in {path} to base64"
            );
        }
    }

    private static string? EncodingOf(string path)
    {
        try
        {
            using var host = JsonDocument.Parse(File.ReadAllBytes(path));
            return
                host.RootElement.TryGetProperty("extensions", out var extensions)
                && extensions.TryGetProperty("queues", out var queues)
                && queues.TryGetProperty("messageEncoding", out var encoding)
                ? encoding.ToString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path} is not valid JSON.", e);
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
