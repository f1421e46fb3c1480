using Cosecha.Catalog;
using Cosecha.Filtering;
using Cosecha.Messages;

namespace Cosecha.Labeling;

/// <summary>From anonymized to labeled: filters out what is of no use, labels the rest. The assistant's messages pass without label: a pair needs them.</summary>
public sealed class LabelStage(DomainReader reader, RuleLabeler labeler)
{
    /// <summary>Labels messages.</summary>
    public IReadOnlyList<LabeledMessage> Run(IReadOnlyList<AnonymizedMessage> messages) => [.. messages.Select(Label)];

    /// <summary>What stands for a message that grew too long to travel.</summary>
    public static LabeledMessage TooLong(LabeledMessage message) => Discarded(message, DiscardReasons.TooLong);

    private LabeledMessage Label(AnonymizedMessage message)
    {
        var passed = new LabeledMessage(message.Header, message.Content, message.Redactions, null, Doubts: message.Doubts);
        if (message.DiscardReason is { } tooLong)
        {
            return Discarded(passed, tooLong);
        }

        if (message.Header.Role == Role.Assistant)
        {
            return passed;
        }

        var text = reader.ReadText(message.Content);
        return RelevanceFilter.DiscardReason(text) is { } reason ? Discarded(passed, reason) : passed with { Label = labeler.Label(text) };
    }

    private static LabeledMessage Discarded(LabeledMessage message, string reason) =>
        message with
        {
            Content = null,
            Redactions = [],
            Label = null,
            DiscardReason = reason,
        };
}
