using Cosecha.Consent;
using Cosecha.Filtering;
using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Anonymization;

/// <summary>From raw to anonymized. Checks consent once more: raw text may have waited in the queue for hours.</summary>
/// <param name="gate">Who allows what.</param>
/// <param name="messages">Forgets what is no longer allowed.</param>
/// <param name="anonymizer">Replaces what is personal.</param>
/// <param name="metrics">Counts.</param>
/// <param name="secondOpinion">Looks at the result once more; null for not.</param>
public sealed class AnonymizeStage(
    ConsentGate gate,
    IMessageStore messages,
    Anonymizer anonymizer,
    PipelineMetrics metrics,
    SecondOpinion? secondOpinion = null
)
{
    /// <summary>Anonymizes what the users still allow and forgets the rest.</summary>
    /// <returns>The anonymized messages.</returns>
    public async Task<IReadOnlyList<AnonymizedMessage>> RunAsync(
        IReadOnlyList<CapturedMessage> captured,
        CancellationToken cancellationToken
    )
    {
        var allowed = await gate.ReadAsync(captured.Select(m => m.Header), cancellationToken);
        foreach (var user in captured.Select(m => m.Header).Where(h => !allowed(h)).GroupBy(h => h.UserKey))
        {
            await messages.RemoveAsync([.. user], cancellationToken);
            metrics.Count(CounterNames.Withdrawn, "anonymize", user.Count());
        }

        return await Task.WhenAll(captured.Where(m => allowed(m.Header)).Select(m => AnonymizeAsync(m, cancellationToken)));
    }

    /// <summary>What stands for a message that grew too long to travel: each redaction costs a record.</summary>
    public static AnonymizedMessage TooLong(AnonymizedMessage message) => new(message.Header, "", [], DiscardReasons.TooLong);

    private async Task<AnonymizedMessage> AnonymizeAsync(CapturedMessage message, CancellationToken cancellationToken)
    {
        var anonymized = anonymizer.Anonymize(message.Content);
        if (secondOpinion is null)
        {
            return new(message.Header, anonymized.Text, anonymized.Redactions);
        }

        var (text, doubts) = await secondOpinion.AskAsync(anonymized, null, cancellationToken);
        return new(message.Header, text.Text, text.Redactions, Doubts: doubts.Count == 0 ? null : doubts);
    }
}
