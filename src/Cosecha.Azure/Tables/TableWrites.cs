using Azure;
using Azure.Data.Tables;

namespace Cosecha.Azure.Tables;

/// <summary>Writes to one partition: all at once where nothing is in the way, one by one where something is.</summary>
internal static class TableWrites
{
    /// <summary>Entities in one transaction at most (Table Storage, entity group transactions).</summary>
    private const int MaxActions = 100;

    /// <summary>The column of the grant of consent under which a row came about.</summary>
    public const string Grant = "Grant";

    /// <summary>Adds rows of one partition. A row that is there already stays as it is.</summary>
    /// <returns>For each row whether it was new, in order.</returns>
    public static async Task<IReadOnlyList<bool>> AddAsync(
        TableClient table,
        IReadOnlyList<TableEntity> rows,
        CancellationToken cancellationToken
    )
    {
        var added = new List<bool>();
        foreach (var chunk in rows.Chunk(MaxActions))
        {
            var atOnce = await TryAtOnceAsync(table, chunk, TableTransactionActionType.Add, cancellationToken);
            added.AddRange(
                atOnce
                    ? Enumerable.Repeat(true, chunk.Length)
                    : await Task.WhenAll(chunk.Select(r => TryAddAsync(table, r, cancellationToken)))
            );
        }

        return added;
    }

    /// <summary>Deletes rows of one partition. A row that is not there counts as deleted.</summary>
    public static async Task DeleteAsync(TableClient table, IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(MaxActions))
        {
            if (!await TryAtOnceAsync(table, chunk, TableTransactionActionType.Delete, cancellationToken))
            {
                await Task.WhenAll(chunk.Select(r => table.DeleteEntityAsync(r.PartitionKey, r.RowKey, ETag.All, cancellationToken)));
            }
        }
    }

    /// <summary>Deletes the rows of a partition.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="goes">Which rows, by key and <see cref="Grant"/>; null for all.</param>
    public static async Task DeletePartitionAsync(
        TableClient table,
        string partitionKey,
        CancellationToken cancellationToken,
        Func<TableEntity, bool>? goes = null
    )
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partitionKey}");
        var rows = table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey", Grant], cancellationToken: cancellationToken);
        await foreach (var page in rows.AsPages())
        {
            await DeleteAsync(table, [.. page.Values.Where(goes ?? (_ => true))], cancellationToken);
        }
    }

    private static async Task<bool> TryAtOnceAsync(
        TableClient table,
        TableEntity[] rows,
        TableTransactionActionType action,
        CancellationToken cancellationToken
    )
    {
        if (rows.Length == 1)
        {
            return false;
        }

        try
        {
            await table.SubmitTransactionAsync(rows.Select(r => new TableTransactionAction(action, r, ETag.All)), cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409)
        {
            return false;
        }
    }

    private static async Task<bool> TryAddAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }
}
