namespace Cosecha.Messages;

/// <summary>What a payload turned out to be: a batch, or the reason why it is none.</summary>
/// <param name="Batch">The batch; null when the payload was refused.</param>
/// <param name="Refusal">A code of <see cref="PayloadRefusals"/>; null when the payload was read.</param>
public sealed record PayloadReading<T>(MessageBatch<T>? Batch, string? Refusal);
