using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Cosecha.Messages;
using Cosecha.Retention;

namespace Cosecha.Azure.Tables;

/// <summary>
/// Looks for old rows in the tables <c>messages</c> and <c>claims</c>. The storage's own <c>Timestamp</c> serves for claims, which are never changed
/// once they are made, and for rows of earlier builds, which have no other: it can only be later than the time when a row was stored.
/// </summary>
public sealed class ExpiredMessages(StorageAccount account) : IExpiredMessages
{
    private readonly TableClient _messages = account.Tables.GetTableClient(StorageNames.MessagesTable);
    private readonly TableClient _claims = account.Tables.GetTableClient(StorageNames.ClaimsTable);

    /// <inheritdoc />
    public async IAsyncEnumerable<MessageHeader> ReadAsync(
        bool discarded,
        DateTimeOffset storedBefore,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        var verdict = MessageRow.Code(Verdict.Discarded);
        var old = TableClient.CreateQueryFilter($"(StoredAt lt {storedBefore} or Timestamp lt {storedBefore})");
        var ofClass = discarded
            ? TableClient.CreateQueryFilter($"Verdict eq {verdict}")
            : TableClient.CreateQueryFilter($"Verdict ne {verdict}");
        var rows = _messages.QueryAsync<TableEntity>(
            $"{ofClass} and {old}",
            select: MessageRow.HeaderColumns,
            cancellationToken: cancellationToken
        );
        await foreach (var row in rows)
        {
            yield return MessageRow.HeaderOf(row);
        }
    }

    /// <inheritdoc />
    public async Task MarkGapAsync(MessageHeader header, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var mark = MessageRow.Key(header);
        mark[MessageRow.GapAfter] = true;
        try
        {
            await _messages.UpdateEntityAsync(mark, ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Erased or purged since it was read.
        }
    }

    /// <inheritdoc />
    public async Task<int> PurgeClaimsAsync(DateTimeOffset claimedBefore, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"Timestamp lt {claimedBefore}");
        var rows = _claims.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken);
        var purged = 0;
        await foreach (var page in rows.AsPages())
        {
            foreach (var user in page.Values.GroupBy(r => r.PartitionKey))
            {
                await TableWrites.DeleteAsync(_claims, [.. user], cancellationToken);
            }

            purged += page.Values.Count;
        }

        return purged;
    }
}
