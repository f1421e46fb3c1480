using Cosecha.Ai;
using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Filtering;
using Cosecha.Messages;

namespace Cosecha.Labeling;

/// <summary>From anonymized to labeled: filters out what is of no use, labels the rest. The assistant's messages pass without label: a pair needs them.</summary>
public sealed class LabelStage(DomainReader reader, MessageLabeler labeler, WithdrawalSweep sweep)
{
    /// <summary>
    /// Labels messages; all or, when the language model's service fails, none: the queue then tries again. Before anything leaves the app consent is
    /// read once more: messages may have waited for the service for days.
    /// </summary>
    /// <exception cref="AiUnavailableException">The model's service did not do its work.</exception>
    public async Task<IReadOnlyList<LabeledMessage>> RunAsync(
        IReadOnlyList<AnonymizedMessage> messages,
        CancellationToken cancellationToken
    )
    {
        var allowed = labeler.AsksModel
            ? (await sweep.RunAsync(messages, m => m.Header, "label", isLast: false, cancellationToken)).Kept
            : messages;
        return await Together.RunAsync(allowed, LabelAsync, cancellationToken);
    }

    /// <summary>What stands for a message that grew too long to travel.</summary>
    public static LabeledMessage TooLong(LabeledMessage message) => Discarded(message, DiscardReasons.TooLong);

    private async Task<LabeledMessage> LabelAsync(AnonymizedMessage message, CancellationToken cancellationToken)
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
        if (RelevanceFilter.DiscardReason(text) is { } reason)
        {
            return Discarded(passed, reason);
        }

        var (label, by, doubts) = await labeler.LabelAsync(text, cancellationToken);
        return passed with
        {
            Label = label,
            Labeler = by,
            Doubts = doubts.Count == 0 ? passed.Doubts : [.. (passed.Doubts ?? []).Union(doubts)],
        };
    }

    private static LabeledMessage Discarded(LabeledMessage message, string reason) =>
        message with
        {
            Content = null,
            Redactions = [],
            Label = null,
            Labeler = null,
            DiscardReason = reason,
        };
}
