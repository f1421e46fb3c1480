using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Data.Tables;
using Cosecha.Audit;

namespace Cosecha.Azure.Tables;

/// <summary>The audit in the table <c>audit</c>, whose keys count down: see <see cref="AuditRow"/>.</summary>
public sealed class AuditLog(StorageAccount account) : IAuditLog
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.AuditTable);

    /// <inheritdoc />
    public async Task RecordAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var cursor = new AuditCursor(entry.At, RandomNumberGenerator.GetHexString(16, lowercase: true));
        await _table.AddEntityAsync(AuditRow.From(entry, cursor), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<AuditPage> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var rows = await ReadRowsAsync(query, cancellationToken).Take(AuditQuery.PageSize + 1).ToListAsync(cancellationToken);
        var page = rows.Take(AuditQuery.PageSize).ToList();
        return new([.. page.Select(AuditRow.To)], rows.Count > page.Count ? AuditRow.CursorOf(page[^1]) : null);
    }

    /// <summary>First what is left of the cursor's day, then the days before it: two ranges of keys, where one filter with "or" would scan the table.</summary>
    private async IAsyncEnumerable<TableEntity> ReadRowsAsync(
        AuditQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var filters = new List<string>();
        if (query.After is { } after)
        {
            var (day, entry) = (AuditRow.DayKey(after.At), AuditRow.EntryKey(after));
            filters.Add(TableClient.CreateQueryFilter($"PartitionKey eq {day} and RowKey gt {entry}"));
            filters.Add(TableClient.CreateQueryFilter($"PartitionKey gt {day}"));
        }
        else
        {
            filters.Add(TableClient.CreateQueryFilter($"PartitionKey ge {AuditRow.FirstKey}"));
        }

        foreach (var filter in filters)
        {
            var rows = _table.QueryAsync<TableEntity>($"{filter}{Narrow(query)}", AuditQuery.PageSize + 1, null, cancellationToken);
            await foreach (var row in rows)
            {
                yield return row;
            }
        }
    }

    private static string Narrow(AuditQuery query)
    {
        var filter = "";
        if (query.To is { } to)
        {
            filter += TableClient.CreateQueryFilter($" and PartitionKey ge {AuditRow.DayKey(to)}");
        }

        if (query.From is { } from)
        {
            filter += TableClient.CreateQueryFilter($" and PartitionKey le {AuditRow.DayKey(from)}");
        }

        return query.Action is { } action ? filter + TableClient.CreateQueryFilter($" and Action eq {AuditRow.Code(action)}") : filter;
    }
}
