using Azure;
using Cosecha.Azure;

namespace Cosecha.Cli.Doctor;

/// <summary>Whether what waits in the queues can be read by this build. It peeks at 32 messages of each queue and takes none.</summary>
/// <param name="settings">The settings.</param>
/// <param name="url">Where the app runs; null when nobody said it.</param>
internal sealed class QueueCheck(DoctorSettings settings, Uri? url) : ICheck
{
    private const string Check = "queue messages";
    private const int Peeked = 32;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var storage = StorageClients.Connect(settings.Configuration);
            List<Finding> findings = [];
            var read = 0;
            foreach (var queue in StorageNames.Queues.SelectMany(name => new[] { name, name + StorageNames.PoisonSuffix }))
            {
                var messages = await PeekAsync(storage, queue, cancellationToken);
                read += messages.Count;
                findings.AddRange(new QueueFindings(queue, App).Of(messages));
            }

            return findings.Count > 0 ? findings : [new(Verdict.Ok, Check, $"{Wording.Count(read, "message")} looked at, none amiss")];
        }
        catch (Exception e) when ((e is InvalidDataException || StorageProblem.Is(e)) && !cancellationToken.IsCancellationRequested)
        {
            return [new(Verdict.Warn, Check, "not looked at: the queues cannot be read, see above")];
        }
    }

    /// <summary>What the commands for the running app need: nothing for one on this machine that nobody named.</summary>
    private string App =>
        url is not null ? $" --url {url} --key KEY"
        : settings.IsOfAzure ? " --url URL --key KEY"
        : "";

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
