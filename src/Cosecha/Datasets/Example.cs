using Cosecha.Labeling;

namespace Cosecha.Datasets;

/// <summary>One training example: what a user wrote and what the assistant answered.</summary>
/// <param name="UserKey">Whose it is.</param>
/// <param name="ConversationId">The conversation it comes from.</param>
/// <param name="Question">The user's text, anonymized.</param>
/// <param name="Answer">The assistant's text, anonymized.</param>
/// <param name="Grant">The number of the grant of consent that covers it.</param>
/// <param name="MessageIds">The messages that it is made from.</param>
/// <param name="Label">The label of the question.</param>
/// <param name="Labeler">Who gave it; null in rows of earlier builds.</param>
public sealed record Example(
    string UserKey,
    string ConversationId,
    string Question,
    string Answer,
    int Grant,
    IReadOnlyList<string> MessageIds,
    Label? Label = null,
    Labeler? Labeler = null
);
