namespace Cosecha.Failures;

/// <summary>What is known of a queue message that a stage could not process. Never its content.</summary>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Id">Names the failure: a keyed hash of the payload, 32 hex digits. The same payload is the same failure.</param>
/// <param name="Stage">The stage that failed.</param>
/// <param name="Error">Why: a code of <see cref="Messages.PayloadRefusals"/>, or the exception's type.</param>
/// <param name="Attempts">Deliveries that failed, since it was captured or taken back.</param>
/// <param name="FirstAt">When it failed first, UTC.</param>
/// <param name="LastAt">When it failed last, UTC.</param>
/// <param name="MessageIds">The ids of the messages in it; empty when nobody can read it.</param>
/// <param name="Status">Where it is now.</param>
/// <param name="Redrives">How often it was taken back from the poison queue.</param>
public sealed record Failure(
    string Queue,
    string Id,
    string Stage,
    string Error,
    long Attempts,
    DateTimeOffset FirstAt,
    DateTimeOffset LastAt,
    IReadOnlyList<string> MessageIds,
    FailureStatus Status,
    int Redrives
);
