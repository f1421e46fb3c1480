using static Cosecha.Telemetry.AttributeKeys;

namespace Cosecha.Telemetry;

/// <summary>
/// Every instrument of the app, in one place. Names and units follow OpenTelemetry's semantic conventions 1.37 (general, messaging, generative AI):
/// whoever renames one breaks somebody's chart, so a test holds them.
/// </summary>
public static class Instruments
{
    /// <summary>How sure labels are; its count is the number of labels.</summary>
    public static InstrumentDefinition LabelConfidence { get; } =
        new("cosecha.label.confidence", "1", "Confidence of the labels given", Labeler)
        {
            Buckets = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1],
        };

    /// <summary>How long a stage works on a queue message.</summary>
    public static InstrumentDefinition StageDuration { get; } =
        new("messaging.process.duration", "s", "Time that a stage takes for a queue message", MessagingSystem, Queue, Operation, ErrorType)
        {
            // The conventions' advice for this instrument, and on to what an erasure may take.
            Buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 300],
        };

    /// <summary>How long a queue message waited, outages included, until a stage began with it.</summary>
    public static InstrumentDefinition QueueAge { get; } =
        new("cosecha.queue.message.age", "s", "Time from the enqueuing of a queue message to the start of its stage", Queue)
        {
            Buckets = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 600, 1800, 3600, 21_600, 86_400],
        };

    /// <summary>How long the language model takes; its count is the number of questions.</summary>
    public static InstrumentDefinition AiDuration { get; } =
        new("gen_ai.client.operation.duration", "s", "Time that the language model takes", AiOperation, AiProvider, AiModel, ErrorType)
        {
            // The conventions' own advice for this instrument.
            Buckets = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
        };

    /// <summary>Tokens of questions and answers.</summary>
    public static InstrumentDefinition AiTokens { get; } =
        new("gen_ai.client.token.usage", "{token}", "Tokens used, by question", AiOperation, AiProvider, AiModel, AiTokenType)
        {
            Buckets = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536],
        };

    /// <summary>All histograms.</summary>
    public static IReadOnlyList<InstrumentDefinition> Histograms { get; } =
    [LabelConfidence, StageDuration, QueueAge, AiDuration, AiTokens];

    /// <summary>
    /// The instruments behind <see cref="CounterNames"/>. A counter without one is a figure of a histogram: labels, their confidences and labelers of
    /// <see cref="LabelConfidence"/>, questions to the model of <see cref="AiDuration"/>, tokens of <see cref="AiTokens"/>.
    /// </summary>
    public static IReadOnlyDictionary<string, InstrumentDefinition> Counters { get; } =
        new Dictionary<string, InstrumentDefinition>
        {
            [CounterNames.Captured] = new("cosecha.message.captured", "{message}", "Messages posted", Outcome),
            [CounterNames.Withdrawn] = new("cosecha.message.withdrawn", "{message}", "Messages dropped: their consent is gone", Stage),
            [CounterNames.Approved] = new("cosecha.message.approved", "{message}", "Messages stored as clean"),
            [CounterNames.Review] = new("cosecha.message.review", "{message}", "Messages stored for a person to look at", Reason),
            [CounterNames.Rejected] = new("cosecha.message.rejected", "{message}", "Messages stored that failed a quality rule", Reason),
            [CounterNames.Discarded] = new("cosecha.message.discarded", "{message}", "Messages filtered out", Reason),
            [CounterNames.Deferred] = new("cosecha.message.deferred", "{message}", "Messages put back: a service is away", Stage),
            [CounterNames.Refused] = new("cosecha.queue.message.refused", "{message}", "Queue messages that no stage can read", Reason),
            [CounterNames.Failed] = new("cosecha.queue.message.failed", "{message}", "Queue messages that failed for good", Stage),
            [CounterNames.Redriven] = new("cosecha.queue.message.redriven", "{message}", "Queue messages taken back from poison", Queue),
            [CounterNames.ParseErrors] = new("cosecha.parse.errors", "{error}", "What could not be parsed", Kind),
            [CounterNames.Redactions] = new("cosecha.redactions", "{redaction}", "Spans of personal data replaced", Kind),
            [CounterNames.AiCost] = new("cosecha.ai.cost", "{USD}", "Cost of the tokens at the prices of the settings"),
            [CounterNames.Exports] = new("cosecha.export.runs", "{run}", "Runs of the export", Outcome),
            [CounterNames.Exported] = new("cosecha.export.examples", "{example}", "Examples exported, by split", Kind),
            [CounterNames.Erased] = new("cosecha.erasures", "{erasure}", "Erasures completed"),
            [CounterNames.Purged] = new("cosecha.retention.purged", "{item}", "What was removed because of its age", Kind),
            [CounterNames.AccessRefused] = new("cosecha.access.refused", "{request}", "Requests to routes of staff refused", Reason),
            [CounterNames.AuditLost] = new("cosecha.audit.lost", "{entry}", "Entries of the audit that could not be written", Kind),
        };
}
