using Cosecha.Messages;
using Cosecha.Retention;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryMessageStore : IMessageStore, IExpiredMessages
{
    private readonly SortedDictionary<(string User, string Conversation, long Ticks, string Id), StoredMessage> _messages = new(
        Comparer<(string User, string Conversation, long Ticks, string Id)>.Create(Compare)
    );
    private readonly Dictionary<(string User, string Conversation, string Id), (DateTimeOffset At, int Grant)> _claims = [];

    public IReadOnlyCollection<StoredMessage> Messages => _messages.Values;

    public int Claims => _claims.Count;

    /// <summary>Runs before messages are added: the place where a test lets something happen in between.</summary>
    public Func<Task> BeforeAdd { get; set; } = () => Task.CompletedTask;

    public Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Claim>>([
            .. headers.Select(h =>
            {
                var isNew = _claims.TryAdd((h.UserKey, h.ConversationId, h.MessageId), (h.Timestamp, h.Grant));
                return new Claim(h with { Timestamp = _claims[(h.UserKey, h.ConversationId, h.MessageId)].At }, isNew);
            }),
        ]);

    public Task<IReadOnlyList<MessageHeader?>> FindClaimsAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MessageHeader?>>([
            .. headers.Select(h =>
                _claims.TryGetValue((h.UserKey, h.ConversationId, h.MessageId), out var claim) ? h with { Timestamp = claim.At } : null
            ),
        ]);

    public async Task<IReadOnlyList<StoredMessage>> AddAsync(IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken)
    {
        await BeforeAdd();
        return [.. messages.Where(m => _messages.TryAdd(Key(m.Header), m))];
    }

    public Task RemoveAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken)
    {
        // The purge removes from several conversations at once.
        lock (_messages)
        {
            foreach (var header in headers)
            {
                _claims.Remove((header.UserKey, header.ConversationId, header.MessageId));
                _messages.Remove(Key(header));
            }
        }

        return Task.CompletedTask;
    }

    public Task EraseUserAsync(string userKey, int firstKept, CancellationToken cancellationToken)
    {
        var gone = _messages.Where(m => m.Key.User == userKey && m.Value.Header.Grant < firstKept).Select(m => m.Key).ToList();
        gone.ForEach(k => _messages.Remove(k));
        var claims = _claims.Where(c => c.Key.User == userKey && c.Value.Grant < firstKept).Select(c => c.Key).ToList();
        claims.ForEach(k => _claims.Remove(k));
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<StoredMessage> ReadConversationAsync(string userKey, string conversationId, CancellationToken cancellationToken)
    {
        lock (_messages)
        {
            var found = _messages.Values.Where(m => m.Header.UserKey == userKey && m.Header.ConversationId == conversationId);
            return found.ToList().ToAsyncEnumerable();
        }
    }

    public IAsyncEnumerable<StoredMessage> ReadUserAsync(string userKey, CancellationToken cancellationToken) =>
        _messages.Values.Where(m => m.Header.UserKey == userKey).ToAsyncEnumerable();

    public Task<int> CountClaimsAsync(string userKey, CancellationToken cancellationToken) =>
        Task.FromResult(_claims.Keys.Count(k => k.User == userKey));

    public IAsyncEnumerable<MessageHeader> ReadAsync(bool discarded, DateTimeOffset storedBefore, CancellationToken cancellationToken) =>
        _messages
            .Values.Where(m => m.Verdict == Verdict.Discarded == discarded && m.StoredAt < storedBefore)
            .Select(m => m.Header)
            .ToList()
            .ToAsyncEnumerable();

    public Task MarkGapAsync(MessageHeader header, CancellationToken cancellationToken)
    {
        lock (_messages)
        {
            if (_messages.TryGetValue(Key(header), out var message))
            {
                _messages[Key(header)] = message with { GapAfter = true };
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>A claim's time is its message's here; the tables take the time of the claim itself.</summary>
    public Task<int> PurgeClaimsAsync(DateTimeOffset claimedBefore, CancellationToken cancellationToken)
    {
        var old = _claims.Where(c => c.Value.At < claimedBefore).Select(c => c.Key).ToList();
        old.ForEach(k => _claims.Remove(k));
        return Task.FromResult(old.Count);
    }

    public IAsyncEnumerable<StoredMessage> ReadRangeAsync(UserKeyRange range, CancellationToken cancellationToken) =>
        _messages.Values.Where(m => range.Contains(m.Header.UserKey)).ToAsyncEnumerable();

    /// <summary>Ordinal, as a table orders its keys.</summary>
    private static int Compare(
        (string User, string Conversation, long Ticks, string Id) a,
        (string User, string Conversation, long Ticks, string Id) b
    ) =>
        string.CompareOrdinal(a.User, b.User) is var user and not 0 ? user
        : string.CompareOrdinal(a.Conversation, b.Conversation) is var conversation and not 0 ? conversation
        : a.Ticks.CompareTo(b.Ticks) is var ticks and not 0 ? ticks
        : string.CompareOrdinal(a.Id, b.Id);

    private static (string, string, long, string) Key(MessageHeader h) => (h.UserKey, h.ConversationId, h.Timestamp.UtcTicks, h.MessageId);
}
