using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Cosecha.Retention;
using Microsoft.Extensions.Options;

namespace Cosecha.Azure.Queues;

/// <summary>Takes messages that failed for good back into their queue, once the cause is mended, or deletes them once they are too old.</summary>
public sealed class PoisonQueue(StorageAccount account, IOptions<RetentionOptions> retention) : IPoisonQueues
{
    private const int PageSize = 32;

    /// <summary>How long a message that is looked at is hidden from others, and from the next page.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions PlainText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Moves what is in <c>{queue}-poison</c> now back to the queue. A batch comes back as single messages, so that one guilty message no longer
    /// holds up its neighbours. A crash half-way leaves a message in both queues, which every stage bears.
    /// </summary>
    /// <returns>How many queue messages were moved.</returns>
    public async Task<int> RedriveAsync(string queue, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var poison = account.QueueService.GetQueueClient(queue + StorageNames.PoisonSuffix);
        var target = account.QueueService.GetQueueClient(queue);
        TimeSpan? timeToLive = queue == StorageNames.CapturedQueue ? retention.Value.Captured : null;
        var count = (await poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        var moved = 0;
        while (moved < count)
        {
            var page = await poison.ReceiveMessagesAsync(PageSize, Hidden, cancellationToken);
            if (page.Value.Length == 0)
            {
                break;
            }

            foreach (var message in page.Value)
            {
                foreach (var payload in Singles(message.Body.ToString()))
                {
                    await target.SendMessageAsync(payload, null, timeToLive, cancellationToken);
                }

                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                moved++;
            }
        }

        return moved;
    }

    /// <inheritdoc />
    public async Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var purged = 0;
        foreach (var queue in StorageNames.Queues)
        {
            var poison = account.QueueService.GetQueueClient(queue + StorageNames.PoisonSuffix);
            purged += await PurgeAsync(poison, insertedBefore, cancellationToken);
        }

        return purged;
    }

    private static async Task<int> PurgeAsync(QueueClient poison, DateTimeOffset insertedBefore, CancellationToken cancellationToken)
    {
        var count = (await poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        var purged = 0;
        // No message can be passed over, only hidden for a while. Counting ends the walk when the first ones come into sight again.
        for (var seen = 0; seen < count; )
        {
            var page = (await poison.ReceiveMessagesAsync(PageSize, Hidden, cancellationToken)).Value;
            if (page.Length == 0)
            {
                break;
            }

            seen += page.Length;
            foreach (var message in page.Where(m => m.InsertedOn < insertedBefore))
            {
                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                purged++;
            }
        }

        return purged;
    }

    private static IEnumerable<string> Singles(string payload)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(payload);
        }
        catch (JsonException)
        {
            return [payload];
        }

        if (root is not JsonObject batch || batch["messages"] is not JsonArray { Count: > 1 } messages)
        {
            return [payload];
        }

        return messages.Select(m =>
        {
            var single = batch.DeepClone();
            single["messages"] = new JsonArray(m?.DeepClone());
            return single.ToJsonString(PlainText);
        });
    }
}
