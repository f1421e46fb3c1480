using Cosecha.Messages;

namespace Cosecha.Importing;

/// <summary>A message of a history, before anybody was asked whether it may be used.</summary>
/// <param name="UserId">The user in whose conversation it stands, as the history writes it.</param>
/// <param name="Role">Who wrote it.</param>
/// <param name="Content">The raw text.</param>
/// <param name="Timestamp">When it was written.</param>
/// <param name="Moment">
/// The time as the history itself writes it, which stays the same in whatever time zone it is read; empty when the history writes none for each message.
/// </param>
public sealed record HistoryMessage(string UserId, Role Role, string Content, DateTimeOffset Timestamp, string Moment)
{
    /// <summary>The conversation; null when the history names none.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The message's id; null when the history gives none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Where it was written; null when the history does not say.</summary>
    public string? Channel { get; init; }
}
