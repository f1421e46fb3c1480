namespace Cosecha.Messages;

/// <summary>A queue message as a function gets it. The same message may be delivered several times.</summary>
/// <param name="Queue">The queue that it came from.</param>
/// <param name="Payload">What it holds.</param>
/// <param name="Attempt">The how-manyth delivery this is, from 1.</param>
/// <param name="InsertedAt">When it came into the queue, UTC; null when nobody knows.</param>
/// <param name="ExpiresAt">When the storage drops it, UTC; null when nobody knows.</param>
public sealed record Delivery(string Queue, string Payload, long Attempt, DateTimeOffset? InsertedAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>Deliveries after which a message that still fails goes to the poison queue: <c>maxDequeueCount</c> of host.json.</summary>
    public const int MaxAttempts = 5;
}
