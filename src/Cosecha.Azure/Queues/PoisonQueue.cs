using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cosecha.Azure.Queues;

/// <summary>Takes messages that failed for good back into their queue, once the cause is mended.</summary>
public sealed class PoisonQueue(StorageAccount account)
{
    private const int PageSize = 32;

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
        TimeSpan? timeToLive = queue == StorageNames.CapturedQueue ? CapturedQueue.TimeToLive : null;
        var count = (await poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        var moved = 0;
        while (moved < count)
        {
            var page = await poison.ReceiveMessagesAsync(PageSize, TimeSpan.FromMinutes(1), cancellationToken);
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
