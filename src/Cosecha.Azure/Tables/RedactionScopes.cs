using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Cosecha.Anonymization;

namespace Cosecha.Azure.Tables;

/// <summary>
/// Numbers of values in the table <c>scopes</c>: a user is one partition, a conversation under one grant a row <c>{conversationId}|{grant}</c>
/// with a column for each type that was seen, its hashes in the order of their numbers.
/// </summary>
public sealed class RedactionScopes(StorageAccount account) : IRedactionScopes
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.ScopesTable);

    /// <inheritdoc />
    public async Task<SavedScope> LoadAsync(ScopeId id, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(id.UserKey, RowKey(id), cancellationToken: cancellationToken);
        if (!found.HasValue)
        {
            return SavedScope.Empty;
        }

        var row = found.Value!;
        return new(HashesOf(row), row.ETag.ToString());
    }

    /// <inheritdoc />
    public async Task<bool> TrySaveAsync(ScopeId id, SavedScope scope, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var row = new TableEntity(id.UserKey, RowKey(id));
        foreach (var (type, hashes) in scope.Hashes.Where(h => h.Value.Count > 0))
        {
            row[type] = string.Join(',', hashes);
        }

        try
        {
            await (
                scope.Version is { } version
                    ? _table.UpdateEntityAsync(row, new ETag(version), TableUpdateMode.Replace, cancellationToken)
                    : _table.AddEntityAsync(row, cancellationToken)
            );
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // Removed, added or changed by somebody else since it was loaded.
            return false;
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string userKey, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userKey}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            foreach (var (type, hashes) in HashesOf(row))
            {
                counts[type] = counts.GetValueOrDefault(type) + hashes.Count;
            }
        }

        return counts;
    }

    /// <inheritdoc />
    public async Task RemoveAsync(ScopeId id, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await _table.DeleteEntityAsync(id.UserKey, RowKey(id), ETag.All, cancellationToken);
    }

    /// <inheritdoc />
    public async Task EraseUserAsync(string userKey, int firstKept, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await TableWrites.DeletePartitionAsync(
            _table,
            userKey,
            cancellationToken,
            row => int.Parse(row.RowKey.Split('|')[^1], CultureInfo.InvariantCulture) < firstKept
        );
    }

    private static Dictionary<string, IReadOnlyList<string>> HashesOf(TableEntity row) =>
        PiiTypes.All.Where(row.ContainsKey).ToDictionary(t => t, t => (IReadOnlyList<string>)row.GetString(t).Split(','));

    private static string RowKey(ScopeId id) => string.Create(CultureInfo.InvariantCulture, $"{id.ConversationId}|{id.Grant}");
}
