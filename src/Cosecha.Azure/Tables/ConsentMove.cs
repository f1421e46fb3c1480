using Azure;
using Azure.Data.Tables;

namespace Cosecha.Azure.Tables;

/// <summary>
/// Carries a ledger from one user key to another, in steps of which each may be the last before a crash and may be taken again:
/// <list type="number">
/// <item>The old row <c>current</c> gets the mark <c>MovedTo</c>. From then on nothing is added to the old ledger; the state in that row stands in until
/// there is one under the new key.</item>
/// <item>The events are copied; those that are there stay as they are.</item>
/// <item>The new row <c>current</c> is written.</item>
/// <item>The old row loses its state and keeps its mark.</item>
/// </list>
/// </summary>
internal sealed class ConsentMove(TableClient table)
{
    /// <summary>Moves what is under a key, wherever it moved before, to another key.</summary>
    public async Task RunAsync(string fromKey, string toKey, CancellationToken cancellationToken)
    {
        while (fromKey != toKey)
        {
            var from = await ReadAsync(fromKey, cancellationToken);
            if (from.MovedTo is { } next)
            {
                await FinishAsync(from, cancellationToken);
                fromKey = next;
            }
            else if (from.Current is null)
            {
                return;
            }
            else
            {
                // Read again whatever came of it: with the mark nobody adds any more, and what somebody added before belongs to the ledger.
                await TryMarkAsync(from.Current, toKey, cancellationToken);
            }
        }
    }

    /// <summary>Takes the steps after the mark.</summary>
    /// <param name="from">What is under the old key; it has the mark, so nobody adds to it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task FinishAsync(ConsentPartition from, CancellationToken cancellationToken)
    {
        var toKey = from.MovedTo!;
        while (!from.HasMoved)
        {
            var to = await ReadAsync(toKey, cancellationToken);
            if (to.MovedTo is { } next)
            {
                toKey = next;
            }
            else if (await TryCopyAsync(from, to, cancellationToken))
            {
                await table.UpdateEntityAsync(ConsentRow.Alias(from.UserKey, toKey), ETag.All, TableUpdateMode.Replace, cancellationToken);
                return;
            }
        }
    }

    /// <summary>All that is under a key.</summary>
    public async Task<ConsentPartition> ReadAsync(string userKey, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userKey}");
        return ConsentPartition.Of(
            userKey,
            await table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken)
        );
    }

    private async Task TryMarkAsync(TableEntity current, string toKey, CancellationToken cancellationToken)
    {
        var mark = ConsentRow.Alias(current.PartitionKey, toKey);
        try
        {
            await table.UpdateEntityAsync(mark, current.ETag, TableUpdateMode.Merge, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Somebody else changed it since it was read.
        }
    }

    private async Task<bool> TryCopyAsync(ConsentPartition from, ConsentPartition to, CancellationToken cancellationToken)
    {
        var missing = from.Events.ExceptBy(to.Events.Select(e => e.Key), e => e.Key).ToList();
        await TableWrites.AddAsync(
            table,
            [.. missing.Select(e => ConsentRow.From(to.UserKey, ConsentRow.LedgerKey(e), e))],
            cancellationToken
        );
        var keys = from.FormerKeys.Append(from.UserKey).Union(to.FormerKeys);
        var row = ConsentRow.FromState(to.Derive(missing)! with { FormerKeys = [.. keys] });
        try
        {
            await (
                to.Current is { } current
                    ? table.UpdateEntityAsync(row, current.ETag, TableUpdateMode.Replace, cancellationToken)
                    : table.AddEntityAsync(row, cancellationToken)
            );
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Somebody else changed the state there since it was read.
            return false;
        }
    }
}
