namespace Cosecha.Messages;

/// <summary>The payload of a queue message: chat messages that travel together.</summary>
/// <param name="Schema">Version of the payload's shape, see <see cref="Payload.Schema"/>.</param>
/// <param name="TraceParent">W3C trace context of the request that captured them; null when there was none.</param>
/// <param name="Messages">The messages, at least one.</param>
/// <param name="WaitingSince">When it was first put back because a service was away, UTC; null when it never was.</param>
/// <param name="Redrive">Set when it was taken back from the poison queue.</param>
public sealed record MessageBatch<T>(
    int Schema,
    string? TraceParent,
    IReadOnlyList<T> Messages,
    DateTimeOffset? WaitingSince = null,
    RedriveMark? Redrive = null
);
