using Cosecha.Anonymization;
using Cosecha.Capture;
using Cosecha.Datasets;
using Cosecha.Erasure;
using Cosecha.FineTuning;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Functions.Api;

/// <summary>A problem as RFC 9457 has it; <c>errors</c>, and <c>reason</c> where access is refused, are its extensions.</summary>
internal sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    IReadOnlyList<ProblemField> Errors,
    string? Reason = null
);

internal sealed record ProblemField(string Field, string Reason);

/// <summary>Answer of <c>POST /api/messages</c>: one element for each message, in order.</summary>
internal sealed record CaptureBody(IReadOnlyList<CaptureItem> Messages)
{
    public static CaptureBody Of(IReadOnlyList<CaptureResult> results) =>
        new([.. results.Select(r => new CaptureItem(r.MessageId, r.Status, r.Error?.Field, r.Error?.Reason))]);
}

internal sealed record CaptureItem(string? MessageId, CaptureStatus Status, string? Field, string? Reason);

internal sealed record ConsentTextBody(string TextVersion, string Language, string Text);

internal sealed record WithdrawalBody(string Status, string ErasureId);

/// <summary>Answer of <c>GET /api/erasures/{id}</c>.</summary>
/// <param name="ErasureId">Names the erasure.</param>
/// <param name="Status"><c>pending</c>, <c>running</c> or <c>completed</c>.</param>
/// <param name="RequestedAt">When it was asked for, UTC.</param>
/// <param name="CompletedAt">When all was erased, UTC.</param>
/// <param name="Messages">Stored messages that there were.</param>
/// <param name="Versions">Data set versions that held lines of the user, newest first.</param>
/// <param name="FineTunes">Fine-tuning jobs that these versions were used for before the erasure was done.</param>
internal sealed record ErasureBody(
    string ErasureId,
    string Status,
    DateTimeOffset RequestedAt,
    DateTimeOffset? CompletedAt,
    int? Messages,
    IReadOnlyList<ErasedVersion> Versions,
    IReadOnlyList<ErasureFineTune> FineTunes
)
{
    public static ErasureBody Of(ErasureRecord erasure, IReadOnlyList<ErasedVersion> versions, IEnumerable<FineTuneRecord> jobs)
    {
        var status = erasure switch
        {
            { CompletedAt: not null } => "completed",
            { Messages: not null } => "running",
            _ => "pending",
        };
        var used = jobs.Where(j => j.CreatedAt < (erasure.CompletedAt ?? DateTimeOffset.MaxValue))
            .Select(j => new ErasureFineTune(j.Id, j.Version, j.Status, j.FineTunedModel));
        return new(erasure.Id, status, erasure.RequestedAt, erasure.CompletedAt, erasure.Messages, versions, [.. used]);
    }
}

internal sealed record ErasureFineTune(string Id, string Version, string Status, string? FineTunedModel);

/// <summary>Answer of <c>GET /api/messages/{conversationId}</c>: what is stored, in order of time.</summary>
internal sealed record ConversationBody(string ConversationId, IReadOnlyList<MessageItem> Messages);

internal sealed record MessageItem(
    string MessageId,
    Role Role,
    DateTimeOffset Timestamp,
    string? Channel,
    string? Content,
    Verdict Verdict,
    IReadOnlyList<string> Reasons,
    Label? Label,
    Labeler? Labeler,
    IReadOnlyList<Redaction> Redactions
)
{
    public static MessageItem Of(StoredMessage message) =>
        new(
            message.Header.MessageId,
            message.Header.Role,
            message.Header.Timestamp,
            message.Header.Channel,
            message.Content,
            message.Verdict,
            message.Reasons,
            message.Label,
            message.Labeler,
            message.Redactions
        );
}

internal sealed record ExportsBody(IReadOnlyList<Manifest> Exports);

/// <summary>Answer of <c>GET /api/metrics</c>: newest day first.</summary>
internal sealed record MetricsBody(IReadOnlyList<MetricsDay> Days)
{
    public static MetricsBody Of(IReadOnlyDictionary<DateOnly, Dictionary<string, double>> days) =>
        new([.. days.OrderByDescending(d => d.Key).Select(d => MetricsDay.Of(d.Key, d.Value))]);
}

/// <summary>The figures of a day: first those that everybody asks for, then all counts, by counter and reason: <c>discarded.greeting</c>.</summary>
internal sealed record MetricsDay(
    DateOnly Day,
    double Captured,
    double Approved,
    IReadOnlyDictionary<string, double> Discarded,
    IReadOnlyDictionary<string, double> ParseErrors,
    double? MeanConfidence,
    IReadOnlyDictionary<string, double> Counts
)
{
    // Costs are fractions of a cent; what adding doubles leaves is less.
    private const int Digits = 9;

    public static MetricsDay Of(DateOnly day, IReadOnlyDictionary<string, double> totals)
    {
        var labeled = totals.GetValueOrDefault(CounterNames.Labeled);
        var counts = totals.Where(t => t.Key != CounterNames.ConfidenceSum).OrderBy(t => t.Key, StringComparer.Ordinal);
        return new(
            day,
            totals.GetValueOrDefault($"{CounterNames.Captured}.queued"),
            totals.GetValueOrDefault(CounterNames.Approved),
            ByReason(totals, CounterNames.Discarded),
            ByReason(totals, CounterNames.ParseErrors),
            labeled == 0 ? null : Math.Round(totals.GetValueOrDefault(CounterNames.ConfidenceSum) / labeled, 4),
            counts.ToDictionary(t => t.Key, t => Math.Round(t.Value, Digits))
        );
    }

    private static Dictionary<string, double> ByReason(IReadOnlyDictionary<string, double> totals, string counter) =>
        totals
            .Where(t => t.Key.StartsWith($"{counter}.", StringComparison.Ordinal))
            .OrderBy(t => t.Key, StringComparer.Ordinal)
            .ToDictionary(t => t.Key[(counter.Length + 1)..], t => t.Value);
}
