using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Cosecha.Consent;

namespace Cosecha.Azure.Tables;

/// <summary>
/// Consent in the table <c>consents</c>: the ledger of a user in rows <c>history|{event key}</c>, added and never changed, and what it amounts to in a row
/// <c>current</c>. In a ledger that moved to another key that row leads there.
/// </summary>
public sealed class ConsentStore(StorageAccount account) : IConsentStore
{
    private readonly TableClient _table = account.Tables.GetTableClient(StorageNames.ConsentsTable);
    private readonly ConsentMove _move = new(account.Tables.GetTableClient(StorageNames.ConsentsTable));

    /// <inheritdoc />
    public async Task<ConsentState?> FindAsync(string userKey, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        ConsentState? state = null;
        for (var key = userKey; key is not null; )
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(key, ConsentRow.Current, cancellationToken: cancellationToken);
            if (!found.HasValue)
            {
                // A move that has not got this far: what it started from stands.
                break;
            }

            state = ConsentRow.IsReadable(found.Value!) ? ConsentRow.StateOf(found.Value!) : state;
            key = ConsentRow.MovedTo(found.Value!);
        }

        return state;
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
            var ledger = await _move.ReadAsync(userKey, cancellationToken);
            if (ledger.MovedTo is { } movedTo)
            {
                await _move.FinishAsync(ledger, cancellationToken);
                userKey = movedTo;
                continue;
            }

            var before = ledger.Derive();
            if (next(before) is not { } added || ledger.Events.Any(e => e.Key == added.Key))
            {
                return before;
            }

            var after = ledger.Derive(added)!;
            try
            {
                await _table.SubmitTransactionAsync(Change(added, after, ledger.Current?.ETag), cancellationToken);
                return after;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Somebody else changed it since it was read: decide again on what is there now.
            }
        }
    }

    /// <inheritdoc />
    public async Task<ConsentState?> MoveAsync(string fromKey, string toKey, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await _move.RunAsync(fromKey, toKey, cancellationToken);
        return await FindAsync(toKey, cancellationToken);
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
    public async Task<IReadOnlyDictionary<string, ConsentState>> ReadGrantsAsync(CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var (grants, moving, granted) = (new Dictionary<string, ConsentState>(), new List<string>(), $"{ConsentStatus.Granted}");
        var filter = TableClient.CreateQueryFilter($"RowKey eq {ConsentRow.Current} and Status eq {granted}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (ConsentRow.MovedTo(row) is not null)
            {
                moving.Add(row.PartitionKey);
            }
            else if (ConsentRow.StateOf(row) is { Granted: true } state)
            {
                AddUnderAllKeys(grants, state);
            }
        }

        foreach (var userKey in moving)
        {
            // Of a move that died half-way the row alone does not tell what stands.
            if (await FindAsync(userKey, cancellationToken) is { Granted: true } state)
            {
                AddUnderAllKeys(grants, state);
            }
        }

        return grants;
    }

    private static void AddUnderAllKeys(Dictionary<string, ConsentState> grants, ConsentState state)
    {
        foreach (var userKey in state.AllKeys)
        {
            grants[userKey] = state;
        }
    }

    /// <summary>The state's row is written even when it stays as it is: its tag makes the second of two decisions wait for the first.</summary>
    private static TableTransactionAction[] Change(ConsentEvent added, ConsentState after, ETag? before)
    {
        var current = ConsentRow.FromState(after);
        return
        [
            before is { } etag
                ? new(TableTransactionActionType.UpdateReplace, current, etag)
                : new(TableTransactionActionType.Add, current),
            new(TableTransactionActionType.Add, ConsentRow.From(after.UserKey, ConsentRow.LedgerKey(added), added)),
        ];
    }
}
