namespace Cosecha.Datasets;

/// <summary>A line of <see cref="FileName"/>: a user's message that became no example, without its text. Of users who no longer allow it there is none.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Reason">Why, a code such as <c>unanswered</c> or <c>user_review</c>.</param>
public sealed record ExcludedLine(string ConversationId, string MessageId, string Reason)
{
    /// <summary>The file of a version that holds these lines.</summary>
    public const string FileName = "excluded.jsonl";
}
