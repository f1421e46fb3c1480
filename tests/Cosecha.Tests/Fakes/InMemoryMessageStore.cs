using Cosecha.Messages;

namespace Cosecha.Tests.Fakes;

internal sealed class InMemoryMessageStore : IMessageStore
{
    private readonly SortedDictionary<(string User, string Conversation, long Ticks, string Id), StoredMessage> _messages = [];
    private readonly Dictionary<(string User, string Conversation, string Id), DateTimeOffset> _claims = [];

    public IReadOnlyCollection<StoredMessage> Messages => _messages.Values;

    public int Claims => _claims.Count;

    /// <summary>Runs before messages are added: the place where a test lets something happen in between.</summary>
    public Func<Task> BeforeAdd { get; set; } = () => Task.CompletedTask;

    public Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Claim>>([
            .. headers.Select(h =>
            {
                var isNew = _claims.TryAdd((h.UserKey, h.ConversationId, h.MessageId), h.Timestamp);
                return new Claim(h with { Timestamp = _claims[(h.UserKey, h.ConversationId, h.MessageId)] }, isNew);
            }),
        ]);

    public async Task<IReadOnlyList<StoredMessage>> AddAsync(IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken)
    {
        await BeforeAdd();
        return [.. messages.Where(m => _messages.TryAdd(Key(m.Header), m))];
    }

    public Task RemoveAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken)
    {
        foreach (var header in headers)
        {
            _messages.Remove(Key(header));
            _claims.Remove((header.UserKey, header.ConversationId, header.MessageId));
        }

        return Task.CompletedTask;
    }

    public Task<int> EraseUserAsync(string userKey, CancellationToken cancellationToken)
    {
        var messages = _messages.Keys.Where(k => k.User == userKey).ToList();
        messages.ForEach(k => _messages.Remove(k));
        _claims.Keys.Where(k => k.User == userKey).ToList().ForEach(k => _claims.Remove(k));
        return Task.FromResult(messages.Count);
    }

    public IAsyncEnumerable<StoredMessage> ReadConversationAsync(
        string userKey,
        string conversationId,
        CancellationToken cancellationToken
    ) => _messages.Values.Where(m => m.Header.UserKey == userKey && m.Header.ConversationId == conversationId).ToAsyncEnumerable();

    public IAsyncEnumerable<StoredMessage> ReadAllAsync(CancellationToken cancellationToken) => _messages.Values.ToAsyncEnumerable();

    private static (string, string, long, string) Key(MessageHeader h) => (h.UserKey, h.ConversationId, h.Timestamp.UtcTicks, h.MessageId);
}
