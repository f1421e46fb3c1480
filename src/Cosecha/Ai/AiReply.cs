namespace Cosecha.Ai;

/// <summary>What came of a question to the model: a value, or the reason why there is none.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Value">The answer; null when there is none.</param>
/// <param name="Failure">A code of <see cref="AiFailures"/>; null when there is an answer.</param>
public sealed record AiReply<T>(T? Value, string? Failure)
    where T : class;
