namespace Cosecha.Messages;

/// <summary>What came of claiming a message's id.</summary>
/// <param name="Header">The header, with the timestamp of the first claim.</param>
/// <param name="IsNew">False when the id was claimed before.</param>
public sealed record Claim(MessageHeader Header, bool IsNew);
