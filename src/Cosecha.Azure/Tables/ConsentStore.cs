using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Cosecha.Consent;

namespace Cosecha.Azure.Tables;

/// <summary>Consent in the table <c>consents</c>: a row <c>current</c> for each user, and a row <c>history|{ticks}|{grant}</c> for each change.</summary>
public sealed class ConsentStore(StorageAccount account) : IConsentStore
{
    private const string Current = "current";

    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.ConsentsTable);

    /// <inheritdoc />
    public async Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken) =>
        await FindRowAsync(userKey, cancellationToken) is { } row ? To(row) : null;

    /// <inheritdoc />
    public async Task<ConsentState?> UpdateAsync(
        string userKey,
        Func<ConsentState?, ConsentState?> next,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var row = await FindRowAsync(userKey, cancellationToken);
            var before = row is null ? null : To(row);
            var after = next(before);
            if (after is null)
            {
                return before;
            }

            try
            {
                await _table.SubmitTransactionAsync(Change(after, row?.ETag), cancellationToken);
                return after;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Somebody else changed it since it was read: decide again on what is there now.
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ConsentState> ReadHistoryAsync(
        string userKey,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        // '}' follows '|' in ASCII.
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userKey} and RowKey ge {"history|"} and RowKey lt {"history}"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return To(row);
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, int>> ReadGrantsAsync(CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var grants = new Dictionary<string, int>();
        var filter = TableClient.CreateQueryFilter($"RowKey eq {Current} and Granted eq {true}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            grants[row.PartitionKey] = To(row).Grant;
        }

        return grants;
    }

    private async Task<TableEntity?> FindRowAsync(string userKey, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(userKey, Current, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private static TableTransactionAction[] Change(ConsentState after, ETag? before)
    {
        var history = string.Create(CultureInfo.InvariantCulture, $"history|{after.ChangedAt.UtcTicks:D19}|{after.Grant:D9}");
        return
        [
            before is { } etag
                ? new(TableTransactionActionType.UpdateReplace, From(after, Current), etag)
                : new(TableTransactionActionType.Add, From(after, Current)),
            new(TableTransactionActionType.UpsertReplace, From(after, history)),
        ];
    }

    private static TableEntity From(ConsentState state, string rowKey) =>
        new(state.UserKey, rowKey)
        {
            ["Granted"] = state.Granted,
            ["Grant"] = state.Grant,
            ["TextVersion"] = state.TextVersion,
            ["Language"] = state.Language,
            ["Channel"] = state.Channel,
            ["ChangedAt"] = state.ChangedAt,
        };

    private static ConsentState To(TableEntity row) =>
        new(
            row.PartitionKey,
            row.GetBoolean("Granted")!.Value,
            row.GetInt32("Grant")!.Value,
            row.GetString("TextVersion"),
            row.GetString("Language"),
            row.GetString("Channel"),
            row.GetDateTimeOffset("ChangedAt")!.Value
        );
}
