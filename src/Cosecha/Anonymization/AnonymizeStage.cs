using Cosecha.Consent;
using Cosecha.Filtering;
using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Anonymization;

/// <summary>From raw to anonymized. Checks consent once more: raw text may have waited in the queue for hours.</summary>
public sealed class AnonymizeStage(ConsentGate gate, IMessageStore messages, Anonymizer anonymizer, PipelineMetrics metrics)
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

        return [.. captured.Where(m => allowed(m.Header)).Select(Anonymize)];
    }

    /// <summary>What stands for a message that grew too long to travel: each redaction costs a record.</summary>
    public static AnonymizedMessage TooLong(AnonymizedMessage message) => new(message.Header, "", [], DiscardReasons.TooLong);

    private AnonymizedMessage Anonymize(CapturedMessage message)
    {
        var anonymized = anonymizer.Anonymize(message.Content);
        return new(message.Header, anonymized.Text, anonymized.Redactions);
    }
}
