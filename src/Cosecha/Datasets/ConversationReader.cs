using System.Runtime.CompilerServices;
using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>Gathers the stored messages into conversations, one at a time.</summary>
public static class ConversationReader
{
    /// <summary>The conversations of messages that come in order of user, conversation and time.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<StoredMessage>> ReadAsync(
        IAsyncEnumerable<StoredMessage> messages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var current = new List<StoredMessage>();
        await foreach (var message in messages.WithCancellation(cancellationToken))
        {
            if (current.Count > 0 && !SameConversation(current[0].Header, message.Header))
            {
                yield return current;
                current = [];
            }

            current.Add(message);
        }

        if (current.Count > 0)
        {
            yield return current;
        }
    }

    private static bool SameConversation(MessageHeader a, MessageHeader b) =>
        a.UserKey == b.UserKey && a.ConversationId == b.ConversationId;
}
