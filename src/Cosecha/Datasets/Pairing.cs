using Cosecha.Messages;

namespace Cosecha.Datasets;

/// <summary>What became of a user's message: an example, or the reason why it is none.</summary>
/// <param name="Question">The message.</param>
/// <param name="Example">The example; null when there is none.</param>
/// <param name="Excluded">Why there is none, such as <c>unanswered</c> or <c>user_review</c>; null when there is one.</param>
public sealed record Pairing(StoredMessage Question, Example? Example, string? Excluded);
