using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Cosecha.Consent;

namespace Cosecha.Azure.Tables;

/// <summary>Consent in the table <c>consents</c>: the ledger of a user in rows <c>history|{event key}</c>, added and never changed, and what it amounts to in a row <c>current</c>.</summary>
public sealed class ConsentStore(StorageAccount account) : IConsentStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.ConsentsTable);

    /// <inheritdoc />
    public async Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(userKey, ConsentRow.Current, cancellationToken: cancellationToken);
        return found.HasValue && ConsentRow.IsReadable(found.Value!) ? new(userKey, ConsentRow.To(found.Value!)) : null;
    }

    /// <inheritdoc />
    public async Task<ConsentState?> AppendAsync(
        string userKey,
        Func<ConsentState?, ConsentEvent?> next,
        CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        while (true)
        {
            var (events, current) = await ReadAsync(userKey, cancellationToken);
            var before = ConsentLedger.Derive(userKey, events);
            if (next(before) is not { } added || events.Any(e => e.Key == added.Key))
            {
                return before;
            }

            var after = ConsentLedger.Derive(userKey, events.Append(added))!;
            try
            {
                await _table.SubmitTransactionAsync(Change(added, after, current), cancellationToken);
                return after;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Somebody else changed it since it was read: decide again on what is there now.
            }
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ConsentEvent> ReadHistoryAsync(
        string userKey,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userKey}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ConsentRow.IsLedger(row))
            {
                yield return ConsentRow.To(row);
            }
        }
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, int>> ReadGrantsAsync(CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var (grants, granted) = (new Dictionary<string, int>(), $"{ConsentStatus.Granted}");
        var filter = TableClient.CreateQueryFilter($"RowKey eq {ConsentRow.Current} and Status eq {granted}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (new ConsentState(row.PartitionKey, ConsentRow.To(row)) is { Granted: true } state)
            {
                grants[state.UserKey] = state.Grant;
            }
        }

        return grants;
    }

    private async Task<(List<ConsentEvent> Events, ETag? Current)> ReadAsync(string userKey, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userKey}");
        var rows = await _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        var current = rows.Find(r => r.RowKey == ConsentRow.Current);
        return ([.. rows.Where(ConsentRow.IsLedger).Select(ConsentRow.To)], current?.ETag);
    }

    /// <summary>The state's row is written even when it stays as it is: its tag makes the second of two decisions wait for the first.</summary>
    private static TableTransactionAction[] Change(ConsentEvent added, ConsentState after, ETag? before)
    {
        var current = ConsentRow.From(after.UserKey, ConsentRow.Current, after.Last);
        return
        [
            before is { } etag
                ? new(TableTransactionActionType.UpdateReplace, current, etag)
                : new(TableTransactionActionType.Add, current),
            new(TableTransactionActionType.Add, ConsentRow.From(after.UserKey, ConsentRow.LedgerKey(added), added)),
        ];
    }
}
