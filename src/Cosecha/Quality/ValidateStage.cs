using Cosecha.Consent;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Quality;

/// <summary>From labeled to stored: applies the quality rules, decides, and writes the row.</summary>
public sealed class ValidateStage(
    ConsentGate gate,
    IMessageStore messages,
    WithdrawalSweep sweep,
    QualityRules rules,
    DecisionTable table,
    PipelineMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>
    /// Stores what the users still allow. Consent is looked at before the rows are written and read once more after: a withdrawal in between has erased
    /// the user already and would miss them.
    /// </summary>
    public async Task RunAsync(IReadOnlyList<LabeledMessage> labeled, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = await gate.ReadRecentAsync([.. labeled.Select(m => m.Header)], cancellationToken);
        foreach (
            var user in labeled.Where(m => before(m.Header)).Select(m => Decide(m) with { StoredAt = now }).GroupBy(m => m.Header.UserKey)
        )
        {
            var added = await messages.AddAsync([.. user], cancellationToken);
            CountAll(added);
        }

        await sweep.RunAsync(labeled, m => m.Header, "validate", isLast: true, cancellationToken);
    }

    /// <summary>The row of a message: what the rules say of it, and what the table makes of that.</summary>
    public StoredMessage Decide(LabeledMessage message)
    {
        if (message.DiscardReason is { } reason)
        {
            return new(message.Header, null, [], null, Verdict.Discarded, [reason]);
        }

        var failed = rules.Check(message);
        var decision = table.Decide(failed, message.Label?.Confidence);
        return new(message.Header, message.Content, message.Redactions, message.Label, decision.Verdict, decision.Reasons, message.Labeler);
    }

    private void CountAll(IReadOnlyList<StoredMessage> added)
    {
        foreach (var message in added)
        {
            var counter = message.Verdict switch
            {
                Verdict.Approved => CounterNames.Approved,
                Verdict.Review => CounterNames.Review,
                Verdict.Rejected => CounterNames.Rejected,
                _ => CounterNames.Discarded,
            };
            metrics.Count(counter, message.Reasons.Count == 0 ? null : message.Reasons[0]);
            foreach (var redaction in message.Redactions)
            {
                metrics.Count(CounterNames.Redactions, redaction.Type);
            }

            if (message.Label is { } label)
            {
                CountLabel(label.Confidence, message.Labeler?.Name ?? Labeler.Rules);
            }
        }
    }

    private void CountLabel(double confidence, string labeler)
    {
        metrics.Count(CounterNames.Labeled);
        metrics.Count(CounterNames.ConfidenceSum, by: confidence);
        metrics.Count(CounterNames.Labelers, labeler);
        metrics.Record(Instruments.LabelConfidence, confidence, (AttributeKeys.Labeler, labeler));
    }
}
