namespace Cosecha.Datasets;

/// <summary>A stretch of a conversation that ends with the answer to be learned.</summary>
/// <param name="Before">System prompt, earlier turns, and last the user's: what the model sees.</param>
/// <param name="Answer">What it is to answer.</param>
/// <param name="Original">What the bot had answered before a reviewer wrote <paramref name="Answer"/>; null where nobody did.</param>
/// <param name="ContextIds">The messages that it is made from besides the question and its answer, in order of time.</param>
public sealed record Window(IReadOnlyList<ChatTurn> Before, string Answer, string? Original, IReadOnlyList<string> ContextIds);
