using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Cosecha.Messages;

namespace Cosecha.Azure.Tables;

/// <summary>Messages in the table <c>messages</c>, claims of their ids in <c>claims</c>; a user is one partition of each.</summary>
public sealed class MessageStore(StorageAccount account) : IMessageStore
{
    private const string SentTicks = "SentTicks";

    private readonly TableClient _messages = account.Tables.GetTableClient(StorageNames.MessagesTable);
    private readonly TableClient _claims = account.Tables.GetTableClient(StorageNames.ClaimsTable);

    /// <inheritdoc />
    public async Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var distinct = headers.DistinctBy(ClaimKey).ToList();
        var added = await TableWrites.AddAsync(_claims, [.. distinct.Select(ClaimRow)], cancellationToken);
        var claims = await Task.WhenAll(distinct.Zip(added, (header, isNew) => ClaimedAsync(header, isNew, cancellationToken)));
        var byKey = claims.ToDictionary(c => ClaimKey(c.Header));
        var answered = new HashSet<string>();
        return
        [
            .. headers.Select(h =>
            {
                var claim = byKey[ClaimKey(h)];
                return claim with { IsNew = claim.IsNew && answered.Add(ClaimKey(h)) };
            }),
        ];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<MessageHeader?>> FindClaimsAsync(
        IReadOnlyList<MessageHeader> headers,
        CancellationToken cancellationToken
    )
    {
        await account.ReadyAsync(cancellationToken);
        return await Task.WhenAll(headers.Select(h => FindClaimAsync(h, cancellationToken)));
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<StoredMessage>> AddAsync(IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var distinct = messages.DistinctBy(m => MessageRow.RowKey(m.Header)).ToList();
        var added = await TableWrites.AddAsync(_messages, [.. distinct.Select(MessageRow.From)], cancellationToken);
        return [.. distinct.Zip(added).Where(m => m.Second).Select(m => m.First)];
    }

    /// <inheritdoc />
    public async Task RemoveAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var distinct = headers.DistinctBy(MessageRow.RowKey).ToList();
        // Claims first: a purge that dies in between finds its rows again, but would not miss their claims.
        await TableWrites.DeleteAsync(_claims, [.. distinct.DistinctBy(ClaimKey).Select(ClaimRow)], cancellationToken);
        await TableWrites.DeleteAsync(_messages, [.. distinct.Select(MessageRow.Key)], cancellationToken);
    }

    /// <inheritdoc />
    public async Task EraseUserAsync(string userKey, int firstKept, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await TableWrites.DeletePartitionAsync(_claims, userKey, cancellationToken, IsBefore);
        await TableWrites.DeletePartitionAsync(_messages, userKey, cancellationToken, IsBefore);

        // Claims of earlier builds have no grant; their message is sent again as a new one at worst.
        bool IsBefore(TableEntity row) => row.GetInt32(TableWrites.Grant) is not { } grant || grant < firstKept;
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredMessage> ReadConversationAsync(string userKey, string conversationId, CancellationToken cancellationToken)
    {
        // '}' follows '|' in ASCII: the range holds the keys that start with the conversation's id and the separator.
        var (first, last) = ($"{conversationId}|", conversationId + "}");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userKey} and RowKey ge {first} and RowKey lt {last}");
        return ReadAsync(filter, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredMessage> ReadUserAsync(string userKey, CancellationToken cancellationToken) =>
        ReadAsync(TableClient.CreateQueryFilter($"PartitionKey eq {userKey}"), cancellationToken);

    /// <inheritdoc />
    public async Task<int> CountClaimsAsync(string userKey, CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userKey}");
        return await _claims
            .QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellationToken)
            .CountAsync(cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<StoredMessage> ReadRangeAsync(UserKeyRange range, CancellationToken cancellationToken)
    {
        string?[] limits =
        [
            range.First is { } first ? TableClient.CreateQueryFilter($"PartitionKey ge {first}") : null,
            range.End is { } end ? TableClient.CreateQueryFilter($"PartitionKey lt {end}") : null,
        ];
        var filter = string.Join(" and ", limits.OfType<string>());
        return ReadAsync(filter.Length == 0 ? null : filter, cancellationToken);
    }

    private async IAsyncEnumerable<StoredMessage> ReadAsync(string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await account.ReadyAsync(cancellationToken);
        await foreach (var row in _messages.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return MessageRow.To(row);
        }
    }

    private async Task<Claim> ClaimedAsync(MessageHeader header, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            return new(header, true);
        }

        // Gone again means: erased since. The consent check behind the queue takes care of it.
        return new(await FindClaimAsync(header, cancellationToken) ?? header, false);
    }

    private async Task<MessageHeader?> FindClaimAsync(MessageHeader header, CancellationToken cancellationToken)
    {
        var row = await _claims.GetEntityIfExistsAsync<TableEntity>(header.UserKey, ClaimKey(header), cancellationToken: cancellationToken);
        return row.HasValue ? header with { Timestamp = new DateTimeOffset(row.Value!.GetInt64(SentTicks)!.Value, TimeSpan.Zero) } : null;
    }

    private static string ClaimKey(MessageHeader header) => $"{header.ConversationId}|{header.MessageId}";

    private static TableEntity ClaimRow(MessageHeader header) =>
        new(header.UserKey, ClaimKey(header)) { [SentTicks] = header.Timestamp.UtcTicks, [TableWrites.Grant] = header.Grant };
}
