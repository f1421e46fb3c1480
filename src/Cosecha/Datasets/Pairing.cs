using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>What became of a user's message: an example, or the reason why it is none.</summary>
/// <param name="At">Its place in the conversation; the answer, if it is an example, stands right after it.</param>
/// <param name="Question">The message.</param>
/// <param name="Excluded">Why it is no example, such as <c>unanswered</c> or <c>user_review</c>; null when it is one.</param>
public sealed record Pairing(int At, StoredMessage Question, string? Excluded)
{
    /// <summary>Whether the message can train a labeler: clean, with a label.</summary>
    public bool IsLabeled => Question is { Verdict: Verdict.Approved, Text: not null, Label: not null };
}
