using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Cosecha.Erasure;
using Cosecha.Messages;

namespace Cosecha.Azure.Tables;

/// <summary>Erasures in the table <c>erasures</c>: one is a partition, with a row for how far it is and one for each version that held lines.</summary>
public sealed class ErasureStore(StorageAccount account) : IErasureStore
{
    private const string Progress = "erasure";
    private const string Version = "version|";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.ErasuresTable);

    /// <inheritdoc />
    public async Task<ErasureRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(id, Progress, cancellationToken: cancellationToken);
        return found.HasValue ? To(found.Value!) : null;
    }

    /// <inheritdoc />
    public Task AddAsync(ErasureRecord erasure, CancellationToken cancellationToken) => AddAsync(From(erasure), cancellationToken);

    /// <inheritdoc />
    public async Task UpdateAsync(ErasureRecord erasure, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await _table.UpsertEntityAsync(From(erasure), TableUpdateMode.Replace, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<ErasureRecord>> ReadPendingAsync(CancellationToken cancellationToken) =>
        ReadAsync(TableClient.CreateQueryFilter($"RowKey eq {Progress} and Completed eq false"), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ErasureRecord>> ReadCompletedAsync(DateTimeOffset after, CancellationToken cancellationToken) =>
        ReadAsync(TableClient.CreateQueryFilter($"RowKey eq {Progress} and CompletedAt gt {after}"), cancellationToken);

    /// <inheritdoc />
    public Task NoteVersionAsync(string id, ErasedVersion version, CancellationToken cancellationToken) =>
        AddAsync(new TableEntity(id, Version + version.Version) { ["Lines"] = version.Lines }, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<ErasedVersion>> ReadVersionsAsync(string id, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id} and RowKey gt {Version}");
        var rows = await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ErasedVersion(r.RowKey[Version.Length..], r.GetInt32("Lines")!.Value)).Reverse()];
    }

    private async Task<IReadOnlyList<ErasureRecord>> ReadAsync(string filter, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        return await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).Select(To).ToListAsync(cancellationToken);
    }

    private async Task AddAsync(TableEntity row, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        try
        {
            await _table.AddEntityAsync(row, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It is there already, and what was known first stays.
        }
    }

    private static TableEntity From(ErasureRecord erasure) =>
        new(erasure.Id, Progress)
        {
            ["UserKeys"] = string.Join(',', erasure.UserKeys),
            ["RequestedAt"] = erasure.RequestedAt,
            ["Event"] = erasure.Event is null ? null : JsonSerializer.Serialize(erasure.Event, PipelineJson.Plain.ConsentEvent),
            ["Messages"] = erasure.Messages,
            ["Completed"] = erasure.CompletedAt is not null,
            ["CompletedAt"] = erasure.CompletedAt,
        };

    private static ErasureRecord To(TableEntity row) =>
        new(
            row.PartitionKey,
            row.GetString("UserKeys").Split(','),
            row.GetDateTimeOffset("RequestedAt")!.Value,
            row.GetString("Event") is { } said ? JsonSerializer.Deserialize(said, PipelineJson.Plain.ConsentEvent) : null,
            row.GetInt32("Messages"),
            row.GetDateTimeOffset("CompletedAt")
        );
}
