namespace Cosecha.Messages;

/// <summary>What is known of a message at every stage; holds no text and no user id.</summary>
/// <param name="UserKey">The user's pseudonym, see <see cref="Consent.Pseudonyms"/>.</param>
/// <param name="ConversationId">The conversation, in the safe form of <see cref="Capture.SafeId"/>.</param>
/// <param name="MessageId">The message, in the safe form of <see cref="Capture.SafeId"/>; unique within user and conversation.</param>
/// <param name="Role">Who wrote it.</param>
/// <param name="Timestamp">When it was written, in UTC; orders a conversation.</param>
/// <param name="Channel">Where it was written, such as <c>whatsapp</c>; null when the bot does not say.</param>
/// <param name="Grant">The number of the grant of consent under which it was captured, see <see cref="Consent.ConsentState.Grant"/>.</param>
public sealed record MessageHeader(
    string UserKey,
    string ConversationId,
    string MessageId,
    Role Role,
    DateTimeOffset Timestamp,
    string? Channel,
    int Grant
);
