using Azure.Data.Tables;

namespace Cosecha.Benchmarks.Cost;

/// <summary>
/// What a row takes in Table Storage, by the formula of the storage team's "Understanding Windows Azure Storage Billing" (2010): 4 bytes, the keys in UTF-16, and for each
/// column 8 bytes, its name in UTF-16 and its value.
/// </summary>
internal static class RowSize
{
    /// <summary>The mean size of a row in each table, added up.</summary>
    public static async Task<double> AverageAsync(string storage, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var bytes = 0.0;
        foreach (var table in tables)
        {
            var rows = new TableClient(storage, table).QueryAsync<TableEntity>(cancellationToken: cancellationToken);
            bytes += await rows.Select(r => (double)Of(r)).AverageAsync(cancellationToken);
        }

        return bytes;
    }

    private static int Of(TableEntity row) =>
        4
        + (2 * (row.PartitionKey.Length + row.RowKey.Length))
        + row.Where(c => c.Key is not ("PartitionKey" or "RowKey" or "odata.etag")).Sum(c => 8 + (2 * c.Key.Length) + Of(c.Value));

    private static int Of(object? value) =>
        value switch
        {
            null => 0,
            string text => 4 + (2 * text.Length),
            int => 4,
            bool => 1,
            _ => 8,
        };
}
