using Cosecha.Messages;

namespace Cosecha.Capture;

/// <summary>A message as the bot posted it, checked field by field. Lives inside the request only: it holds the user id.</summary>
/// <param name="MessageId">The bot's id; null when it gave none.</param>
/// <param name="ConversationId">The bot's conversation id.</param>
/// <param name="UserId">The user id.</param>
/// <param name="Role">Who wrote it.</param>
/// <param name="Content">The raw text.</param>
/// <param name="Timestamp">When it was written, in UTC; null when the bot did not say.</param>
/// <param name="Channel">Where it was written; null when the bot did not say.</param>
public sealed record PostedMessage(
    string? MessageId,
    string ConversationId,
    string UserId,
    Role Role,
    string Content,
    DateTimeOffset? Timestamp,
    string? Channel
);
