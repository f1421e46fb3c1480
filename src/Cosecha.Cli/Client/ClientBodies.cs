namespace Cosecha.Cli.Client;

// What the API takes and answers, as far as the commands need it.

internal sealed record ConsentText(string TextVersion, string Language, string Text);

internal sealed record ConsentGrant(string TextVersion, string Language, string? Channel)
{
    public DateTimeOffset? At { get; init; }

    public string? EvidenceMessageId { get; init; }

    public IReadOnlyList<string>? Purposes { get; init; }
}

internal sealed record GrantAnswer(string Status, string? Outcome, IReadOnlyList<string>? Purposes);

internal sealed record OutgoingMessage(
    string MessageId,
    string ConversationId,
    string UserId,
    string Role,
    string Content,
    DateTimeOffset Timestamp,
    string? Channel
);

internal sealed record OutgoingBatch(IReadOnlyList<OutgoingMessage> Messages);

internal sealed record CaptureAnswer(IReadOnlyList<CaptureItem> Messages);

internal sealed record CaptureItem(string Status, string? Field, string? Reason);

internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, int> Queues, IReadOnlyList<HealthFinding>? Checks = null);

internal sealed record HealthFinding(string Name, string Status, string Detail);

internal sealed record MetricsAnswer(IReadOnlyList<MetricsDay> Days);

internal sealed record MetricsDay(IReadOnlyDictionary<string, double> Counts);

internal sealed record ExportsAnswer(IReadOnlyList<ExportAnswer> Exports);

internal sealed record ExportAnswer(
    string Version,
    DateTimeOffset CreatedAt,
    int Messages,
    int Examples,
    int Train,
    int Valid,
    IReadOnlyDictionary<string, int> Excluded,
    IReadOnlyList<ExportFileAnswer> Files,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<ErasedAnswer> Erased
);

internal sealed record ExportFileAnswer(string Name, int Lines, long Bytes);

internal sealed record ErasedAnswer(DateTimeOffset At, int Lines);

internal sealed record FailuresAnswer(IReadOnlyDictionary<string, int> Poison, IReadOnlyList<FailureAnswer> Failures, int More);

internal sealed record FailureAnswer(
    string Queue,
    string Id,
    string Stage,
    string Error,
    long Attempts,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    IReadOnlyList<string> MessageIds,
    string Status,
    int Redrives
);

internal sealed record OutgoingRedrive(string Queue, string? Id, bool Repeated);

internal sealed record RedriveAnswer(int Moved, int Withdrawn, int Expired, int Repeated, bool Complete);

internal sealed record ProblemAnswer(string? Title, string? Detail);
