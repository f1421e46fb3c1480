using System.Runtime.CompilerServices;
using System.Text.Json;
using Azure.Data.Tables;
using Cosecha.Failures;
using Cosecha.Messages;

namespace Cosecha.Azure.Tables;

/// <summary>Open failures in the table <c>failures</c>: a queue is a partition, a failure a row.</summary>
public sealed class FailureStore(StorageAccount account) : IFailureStore
{
    private const string Column = "Failure";
    private const string LastAt = "LastAt";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.FailuresTable);

    /// <inheritdoc />
    public async Task<Failure?> FindAsync(string queue, string id, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(queue, id, cancellationToken: cancellationToken);
        return found.HasValue ? To(found.Value!) : null;
    }

    /// <inheritdoc />
    public async Task SaveAsync(Failure failure, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var row = new TableEntity(failure.Queue, failure.Id)
        {
            [Column] = JsonSerializer.Serialize(failure, PipelineJson.Plain.Failure),
            [LastAt] = failure.LastAt,
        };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string queue, string id, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await _table.DeleteEntityAsync(queue, id, cancellationToken: cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Failure> ListAsync(string? queue, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var filter = queue is null ? null : TableClient.CreateQueryFilter($"PartitionKey eq {queue}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return To(row);
        }
    }

    /// <inheritdoc />
    public async Task PurgeAsync(DateTimeOffset lastBefore, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"LastAt lt {lastBefore}");
        await foreach (
            var row in _table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellationToken)
        )
        {
            await RemoveAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }
    }

    private static Failure To(TableEntity row) => JsonSerializer.Deserialize(row.GetString(Column), PipelineJson.Plain.Failure)!;
}
