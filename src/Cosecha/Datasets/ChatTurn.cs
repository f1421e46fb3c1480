namespace Cosecha.Datasets;

/// <summary>A message of a chat line.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The text.</param>
public sealed record ChatTurn(string Role, string Content);
