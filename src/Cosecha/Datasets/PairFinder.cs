using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>Finds the examples in a conversation: a user's message with the assistant's answer right after it, both clean.</summary>
public static class PairFinder
{
    /// <summary>The pairings of a conversation, one for each of the user's messages.</summary>
    /// <param name="conversation">All its messages, in order of time. What was filtered out is among them: without it, messages would look adjacent that never were.</param>
    public static IEnumerable<Pairing> Find(IReadOnlyList<StoredMessage> conversation)
    {
        for (var i = 0; i < conversation.Count; i++)
        {
            if (conversation[i].Header.Role == Role.User)
            {
                yield return Pair(conversation[i], i + 1 < conversation.Count ? conversation[i + 1] : null);
            }
        }
    }

    private static Pairing Pair(StoredMessage question, StoredMessage? answer)
    {
        if (question.GapAfter || answer is not { Header.Role: Role.Assistant })
        {
            return new(question, null, "unanswered");
        }

        if (Unclean(question) is { } userVerdict)
        {
            return new(question, null, $"user_{userVerdict}");
        }

        return Unclean(answer) is { } assistantVerdict
            ? new(question, null, $"assistant_{assistantVerdict}")
            : new(question, ExampleOf(question, answer), null);
    }

    private static Example ExampleOf(StoredMessage question, StoredMessage answer)
    {
        var header = question.Header;
        string[] ids = [header.MessageId, answer.Header.MessageId];
        return new(
            header.UserKey,
            header.ConversationId,
            question.Content!,
            answer.Content!,
            header.Grant,
            ids,
            question.Label,
            question.Labeler
        );
    }

    private static string? Unclean(StoredMessage message) =>
        message.Verdict switch
        {
            Verdict.Approved when message.Content is not null => null,
            Verdict.Review => "review",
            Verdict.Rejected => "rejected",
            _ => "discarded",
        };
}
