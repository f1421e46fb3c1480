using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Cosecha.Failures;
using Cosecha.Retention;
using Microsoft.Extensions.Options;

namespace Cosecha.Azure.Queues;

/// <summary>Takes messages that failed for good back into their queue, once the cause is mended, or deletes them once they are too old.</summary>
public sealed class PoisonQueue(StorageAccount account, IOptions<RetentionOptions> retention) : IPoisonQueues
{
    private const int PageSize = 32;

    /// <summary>How long a message that is looked at is hidden from others, and from the next page.</summary>
    private static readonly TimeSpan Hidden = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task<int> PurgeAsync(DateTimeOffset insertedBefore, CancellationToken cancellationToken)
    {
        var purged = 0;
        await WalkAsync(
            StorageNames.Queues,
            async (poison, message) =>
            {
                if (message.InsertedOn >= insertedBefore)
                {
                    return message.PopReceipt;
                }

                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                purged++;
                return null;
            },
            cancellationToken
        );
        return purged;
    }

    /// <inheritdoc />
    public Task<bool> RewriteAsync(Func<string, string, Task<string?>> remainder, CancellationToken cancellationToken) =>
        WalkAsync(
            StorageNames.Queues,
            async (poison, message) =>
            {
                var payload = message.Body.ToString();
                var rest = await remainder(poison.Name[..^StorageNames.PoisonSuffix.Length], payload);
                if (rest == payload)
                {
                    return message.PopReceipt;
                }

                if (rest is not null)
                {
                    // In place: what stays keeps its age. Out of sight, or this walk would meet it again.
                    var (id, receipt) = (message.MessageId, message.PopReceipt);
                    return (await poison.UpdateMessageAsync(id, receipt, rest, Hidden, cancellationToken)).Value.PopReceipt;
                }

                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
                return null;
            },
            cancellationToken
        );

    /// <inheritdoc />
    public Task<bool> MoveBackAsync(
        string queue,
        Func<string, Task<IReadOnlyList<string>?>> back,
        Func<string, Task> moved,
        CancellationToken cancellationToken
    )
    {
        var target = account.QueueService.GetQueueClient(queue);
        TimeSpan? timeToLive = queue switch
        {
            StorageNames.CapturedQueue => retention.Value.Captured,
            StorageNames.ErasureQueue => ErasureQueue.Forever,
            _ => null,
        };
        return WalkAsync(
            [queue],
            async (poison, message) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var payload = message.Body.ToString();
                if (await back(payload) is not { } payloads)
                {
                    return message.PopReceipt;
                }

                // What is begun is ended: half-way a message would be in both queues.
                foreach (var sent in payloads)
                {
                    await target.SendMessageAsync(sent, null, timeToLive, CancellationToken.None);
                }

                await poison.DeleteMessageAsync(message.MessageId, message.PopReceipt, CancellationToken.None);
                await moved(payload);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Shows every message of the poison queues of some queues to a function, which says by what receipt it is held now; null for one that it deleted.</summary>
    /// <returns>Whether all were seen: some may be hidden by somebody else, or by a walk that died.</returns>
    private async Task<bool> WalkAsync(
        IEnumerable<string> queues,
        Func<QueueClient, QueueMessage, Task<string?>> deal,
        CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        var all = true;
        foreach (var queue in queues)
        {
            var poison = account.QueueService.GetQueueClient(queue + StorageNames.PoisonSuffix);
            all &= await WalkAsync(poison, deal, cancellationToken);
        }

        return all;
    }

    private static async Task<bool> WalkAsync(
        QueueClient poison,
        Func<QueueClient, QueueMessage, Task<string?>> deal,
        CancellationToken cancellationToken
    )
    {
        // By message id, the receipt by which a message is held; null for one that is gone.
        var seen = new Dictionary<string, string?>();
        try
        {
            for (var isNew = true; isNew; )
            {
                isNew = false;
                foreach (var message in (await poison.ReceiveMessagesAsync(PageSize, Hidden, cancellationToken)).Value)
                {
                    // One that was seen before came into sight while the walk took its time.
                    isNew |= !seen.ContainsKey(message.MessageId);
                    seen[message.MessageId] = seen.ContainsKey(message.MessageId) ? message.PopReceipt : await deal(poison, message);
                }
            }

            // The count holds hidden messages too.
            var held = seen.Values.Count(receipt => receipt is not null);
            return (await poison.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount <= held;
        }
        finally
        {
            await Task.WhenAll(seen.Where(m => m.Value is not null).Select(m => ShowAsync(poison, m.Key, m.Value!)));
        }
    }

    /// <summary>Ends the hiding of a message; one that came into sight by itself may be in other hands already.</summary>
    private static async Task ShowAsync(QueueClient poison, string messageId, string receipt)
    {
        try
        {
            await poison.UpdateMessageAsync(messageId, receipt, visibilityTimeout: TimeSpan.Zero);
        }
        catch (Exception e) when (StorageProblem.Is(e))
        {
            // Then it comes into sight by itself, a minute after it was taken.
        }
    }
}
