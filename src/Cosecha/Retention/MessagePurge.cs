using System.Runtime.CompilerServices;
using Cosecha.Messages;

namespace Cosecha.Retention;

/// <summary>Removes messages past their age, with their claims.</summary>
public sealed class MessagePurge(IMessageStore messages, IExpiredMessages expired)
{
    /// <summary>Messages removed at once at most: what a table takes in one transaction (Azure Table Storage, entity group transactions).</summary>
    private const int MaxBatch = 100;

    /// <summary>Batches at once: nearly all the time goes into waiting for the storage.</summary>
    private const int MaxParallel = 8;

    /// <summary>
    /// Removes the messages of a class that were stored before a time. A run that is killed leaves whole messages, or rows without a claim, which
    /// the next run removes.
    /// </summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RunAsync(bool discarded, DateTimeOffset storedBefore, CancellationToken cancellationToken)
    {
        var removed = 0;
        await Parallel.ForEachAsync(
            BatchesAsync(expired.ReadAsync(discarded, storedBefore, cancellationToken), cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = MaxParallel, CancellationToken = cancellationToken },
            async (batch, token) =>
            {
                await MarkGapsAsync(batch, token);
                await messages.RemoveAsync(batch, token);
                Interlocked.Add(ref removed, batch.Count);
            }
        );
        return removed;
    }

    /// <summary>
    /// Marks each message of a user that stays right before one that goes. What comes after the gap would look like its answer from then on, and the
    /// export would make an example of two messages that never belonged together.
    /// </summary>
    private async Task MarkGapsAsync(IReadOnlyList<MessageHeader> batch, CancellationToken cancellationToken)
    {
        var going = batch.Select(h => (h.Timestamp, h.MessageId)).ToHashSet();
        StoredMessage? before = null;
        await foreach (var message in messages.ReadConversationAsync(batch[0].UserKey, batch[0].ConversationId, cancellationToken))
        {
            if (message.Header.Timestamp > batch[^1].Timestamp)
            {
                break;
            }

            if (!going.Contains((message.Header.Timestamp, message.Header.MessageId)))
            {
                before = message;
            }
            else if (before is { GapAfter: false, Header.Role: Role.User })
            {
                await expired.MarkGapAsync(before.Header, cancellationToken);
                before = null;
            }
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<MessageHeader>> BatchesAsync(
        IAsyncEnumerable<MessageHeader> headers,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var batch = new List<MessageHeader>();
        await foreach (var header in headers.WithCancellation(cancellationToken))
        {
            if (batch.Count == MaxBatch || (batch.Count > 0 && !SameConversation(batch[0], header)))
            {
                yield return batch;
                batch = [];
            }

            batch.Add(header);
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static bool SameConversation(MessageHeader one, MessageHeader other) =>
        one.UserKey == other.UserKey && one.ConversationId == other.ConversationId;
}
