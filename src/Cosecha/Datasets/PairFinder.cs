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
                yield return new(i, conversation[i], Excluded(conversation[i], i + 1 < conversation.Count ? conversation[i + 1] : null));
            }
        }
    }

    /// <summary>Why a message may not be trained on; null for a clean one.</summary>
    internal static string? Unclean(StoredMessage message) =>
        message.Verdict switch
        {
            Verdict.Approved when message.Text is not null => null,
            Verdict.Review => "review",
            Verdict.Rejected => "rejected",
            _ => "discarded",
        };

    private static string? Excluded(StoredMessage question, StoredMessage? answer) =>
        question.GapAfter || answer is not { Header.Role: Role.Assistant } ? "unanswered"
        : Unclean(question) is { } userVerdict ? $"user_{userVerdict}"
        : Unclean(answer) is { } assistantVerdict ? $"assistant_{assistantVerdict}"
        : null;
}
