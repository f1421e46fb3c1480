using Azure.Data.Tables;
using Cosecha.Datasets;

namespace Cosecha.Azure.Tables;

/// <summary>Which versions hold lines of which user, in the table <c>lineage</c>: a version is one partition, a user one row.</summary>
public sealed class LineageIndex(StorageAccount account) : ILineageIndex
{
    private const string Lines = "Lines";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.LineageTable);

    /// <inheritdoc />
    public async Task AddAsync(string version, IReadOnlyCollection<LineageEntry> entries, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await TableWrites.AddAsync(_table, [.. entries.Select(e => Row(version, e))], cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<LineageEntry>> FindAsync(
        string version,
        IReadOnlyCollection<string> userKeys,
        CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        var rows = await Task.WhenAll(
            userKeys.Select(u => _table.GetEntityIfExistsAsync<TableEntity>(version, u, cancellationToken: cancellationToken))
        );
        return [.. rows.Where(r => r.HasValue).Select(r => Entry(r.Value!))];
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string version, IReadOnlyCollection<string> userKeys, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await TableWrites.DeleteAsync(_table, [.. userKeys.Select(u => new TableEntity(version, u))], cancellationToken);
    }

    /// <inheritdoc />
    public async Task DeleteAsync(string version, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await TableWrites.DeletePartitionAsync(_table, version, cancellationToken);
    }

    private static TableEntity Row(string version, LineageEntry entry) =>
        new(version, entry.UserKey) { [TableWrites.Grant] = entry.Grant, [Lines] = entry.Lines };

    private static LineageEntry Entry(TableEntity row) =>
        new(row.RowKey, row.GetInt32(TableWrites.Grant)!.Value, row.GetInt32(Lines)!.Value);
}
