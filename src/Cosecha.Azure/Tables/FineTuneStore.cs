using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Cosecha.FineTuning;

namespace Cosecha.Azure.Tables;

/// <summary>Fine-tuning jobs in the table <c>finetunes</c>: a version is a partition, a job a row.</summary>
public sealed class FineTuneStore(StorageAccount account) : IFineTuneStore
{
    private const string Column = "Job";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.FineTunesTable);

    /// <inheritdoc />
    public async Task<FineTuneRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(id.Split('-')[0], id, cancellationToken: cancellationToken);
        return found.HasValue ? To(found.Value!) : null;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<FineTuneRecord>> ReadAsync(string version, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        return await _table
            .QueryAsync<TableEntity>(r => r.PartitionKey == version, cancellationToken: cancellationToken)
            .Select(To)
            .ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<FineTuneRecord?> TryWriteAsync(FineTuneRecord job, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var json = JsonSerializer.Serialize(job with { Tag = null }, FineTuneJson.Default.FineTuneRecord);
        var row = new TableEntity(job.Version, job.Id) { [Column] = json };
        try
        {
            var response = job.Tag is null
                ? await _table.AddEntityAsync(row, cancellationToken)
                : await _table.UpdateEntityAsync(row, new ETag(job.Tag), TableUpdateMode.Replace, cancellationToken);
            return job with { Tag = response.Headers.ETag!.Value.ToString() };
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return null;
        }
    }

    private static FineTuneRecord To(TableEntity row) =>
        JsonSerializer.Deserialize(row.GetString(Column), FineTuneJson.Default.FineTuneRecord)! with
        {
            Tag = row.ETag.ToString(),
        };
}
