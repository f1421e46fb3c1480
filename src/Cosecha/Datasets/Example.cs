using Cosecha.Labeling;
using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>One training example: what a user wrote and what the assistant answered, with what was said before.</summary>
/// <param name="Header">The question's header: whose it is, and the grant of consent that covers it.</param>
/// <param name="Question">The user's text, anonymized.</param>
/// <param name="Answer">The assistant's text, anonymized.</param>
/// <param name="AnswerId">The message id of the answer.</param>
/// <param name="Window">The same with its context, for the chat format.</param>
/// <param name="Label">The label of the question.</param>
/// <param name="Labeler">Who gave it; null in rows of earlier builds.</param>
public sealed record Example(
    MessageHeader Header,
    string Question,
    string Answer,
    string AnswerId,
    Window Window,
    Label? Label,
    Labeler? Labeler
)
{
    /// <summary>The example of a pairing.</summary>
    public static Example Of(IReadOnlyList<StoredMessage> conversation, Pairing pairing, WindowBuilder windows) =>
        new(
            pairing.Question.Header,
            pairing.Question.Text!,
            conversation[pairing.At + 1].Text!,
            conversation[pairing.At + 1].Header.MessageId,
            windows.Build(conversation, pairing.At),
            pairing.Question.Label,
            pairing.Question.Labeler
        );
}
