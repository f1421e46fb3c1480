namespace Cosecha.Telemetry;

/// <summary>The names of all counters, as <c>GET /api/metrics</c> and the table of counters have them. Most carry a reason.</summary>
public static class CounterNames
{
    /// <summary>Posted messages, by status.</summary>
    public const string Captured = "captured";

    /// <summary>Messages dropped on the way because the consent under which they came is gone, by stage.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Queue messages that no stage can read, by reason.</summary>
    public const string Refused = "refused";

    /// <summary>Queue messages that went to a poison queue because a stage failed, by stage.</summary>
    public const string Failed = "failed";

    /// <summary>Messages that were put back because a service is away, each time, by stage.</summary>
    public const string Deferred = "deferred";

    /// <summary>Queue messages that were taken back from a poison queue, by queue.</summary>
    public const string Redriven = "redriven";

    /// <summary>What could not be parsed, by <see cref="ParseSources"/>.</summary>
    public const string ParseErrors = "parse_errors";

    /// <summary>Stored messages that count as clean.</summary>
    public const string Approved = "approved";

    /// <summary>Stored messages that wait for a person, by reason.</summary>
    public const string Review = "review";

    /// <summary>Stored messages that failed a quality rule, by reason.</summary>
    public const string Rejected = "rejected";

    /// <summary>Filtered messages, by reason.</summary>
    public const string Discarded = "discarded";

    /// <summary>Replaced spans, by type.</summary>
    public const string Redactions = "redactions";

    /// <summary>Labels given; with <see cref="ConfidenceSum"/> it makes the mean confidence.</summary>
    public const string Labeled = "labeled";

    /// <summary>The same labels, by who gave them: the rules or the language model.</summary>
    public const string Labelers = "labelers";

    /// <summary>Sum of the labels' confidences.</summary>
    public const string ConfidenceSum = "confidence_sum";

    /// <summary>Runs of the export, by outcome: created, unchanged, busy, failed.</summary>
    public const string Exports = "exports";

    /// <summary>Examples exported, by split.</summary>
    public const string Exported = "exported";

    /// <summary>Erasures that were completed.</summary>
    public const string Erased = "erased";

    /// <summary>What was removed because of its age, by class.</summary>
    public const string Purged = "purged";

    /// <summary>Questions to the language model, by outcome.</summary>
    public const string AiCalls = "ai_calls";

    /// <summary>Tokens that the language model took and gave.</summary>
    public const string AiTokens = "ai_tokens";

    /// <summary>What those tokens cost, in USD, at the prices of the settings.</summary>
    public const string AiCost = "ai_cost";

    /// <summary>Calls of routes of staff that were refused, by reason.</summary>
    public const string AccessRefused = "access_refused";

    /// <summary>Entries of the audit that could not be written, by action.</summary>
    public const string AuditLost = "audit_lost";
}
