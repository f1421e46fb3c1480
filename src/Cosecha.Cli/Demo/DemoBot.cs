using Cosecha.Cli.Client;

namespace Cosecha.Cli.Demo;

/// <summary>Does what a bot does: shows the consent text and reports the yes, posts what is said, and reports when a user takes the yes back.</summary>
internal sealed class DemoBot(CosechaClient client, ConsentText text)
{
    private readonly SortedDictionary<string, int> _statuses = new(StringComparer.Ordinal);

    /// <summary>What became of the posted messages, by status; invalid ones by field and reason too.</summary>
    public IReadOnlyDictionary<string, int> Statuses => _statuses;

    /// <summary>Users who took their yes back.</summary>
    public int Withdrawals { get; private set; }

    public async Task PlayAsync(DemoConversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.Consents)
        {
            var grant = new ConsentGrant(text.TextVersion, text.Language, conversation.Channel);
            await client.GrantAsync(conversation.UserId, grant, cancellationToken);
        }

        var before = conversation.RevokingTurn - 1 ?? conversation.Messages.Count;
        await PostAsync(conversation, conversation.Messages.Take(before), cancellationToken);
        if (conversation.RevokingTurn is not null)
        {
            Withdrawals++;
            await client.WithdrawAsync(conversation.UserId, cancellationToken);
            await PostAsync(conversation, conversation.Messages.Skip(before), cancellationToken);
        }
    }

    private async Task PostAsync(DemoConversation conversation, IEnumerable<DemoMessage> messages, CancellationToken cancellationToken)
    {
        // The API takes up to 100 messages at once.
        foreach (var batch in messages.Chunk(100))
        {
            var outgoing = batch.Select(m => new OutgoingMessage(
                m.MessageId,
                conversation.ConversationId,
                conversation.UserId,
                m.Role,
                m.Content,
                m.Timestamp,
                conversation.Channel
            ));
            var answer = await client.PostMessagesAsync([.. outgoing], cancellationToken);
            foreach (var item in answer.Messages)
            {
                var status = item.Field is null ? item.Status : $"{item.Status} ({item.Field} {item.Reason})";
                _statuses[status] = _statuses.GetValueOrDefault(status) + 1;
            }
        }
    }
}
