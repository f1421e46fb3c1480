namespace Cosecha.Importing;

/// <summary>What a message in exported JSON takes from the conversation or session that it is part of.</summary>
internal sealed record JsonContext(string? UserId, string? ConversationId, string? Channel, DateTimeOffset? Time);
