namespace Cosecha.Datasets;

/// <summary>A line of the chat format.</summary>
/// <param name="Messages">System, user, assistant, in this order.</param>
public sealed record ChatLine(IReadOnlyList<ChatTurn> Messages);
