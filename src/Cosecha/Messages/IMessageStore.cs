namespace Cosecha.Messages;

/// <summary>Keeps messages: which ones were captured, and what became of them.</summary>
public interface IMessageStore
{
    /// <summary>
    /// Claims the ids of messages of one user, so that a repeat is known as such. The first claim of an id fixes its timestamp: a bot that sends a
    /// message again with another one means the same message.
    /// </summary>
    /// <returns>A claim for each header, in their order.</returns>
    Task<IReadOnlyList<Claim>> ClaimAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken);

    /// <summary>Looks for claims of messages of one user without making any.</summary>
    /// <returns>For each header, in their order, the header with the timestamp of its claim; null where there is none.</returns>
    Task<IReadOnlyList<MessageHeader?>> FindClaimsAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken);

    /// <summary>Stores messages of one user. A message that is there already stays as it is: a redelivery changes nothing, nor does it undo a person's decision.</summary>
    /// <returns>Those that were new.</returns>
    Task<IReadOnlyList<StoredMessage>> AddAsync(IReadOnlyList<StoredMessage> messages, CancellationToken cancellationToken);

    /// <summary>Removes messages of one user with their claims. Those that are not there count as removed.</summary>
    Task RemoveAsync(IReadOnlyList<MessageHeader> headers, CancellationToken cancellationToken);

    /// <summary>Removes everything of a user that was captured under grants before the given one, claims included.</summary>
    /// <param name="userKey">The user.</param>
    /// <param name="firstKept">The first grant that stays, see <see cref="Consent.ConsentState.FirstKept"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task EraseUserAsync(string userKey, int firstKept, CancellationToken cancellationToken);

    /// <summary>The messages of one conversation, in order of time.</summary>
    IAsyncEnumerable<StoredMessage> ReadConversationAsync(string userKey, string conversationId, CancellationToken cancellationToken);

    /// <summary>The messages of a user, in order of conversation and time.</summary>
    IAsyncEnumerable<StoredMessage> ReadUserAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>How many message ids of a user are claimed.</summary>
    Task<int> CountClaimsAsync(string userKey, CancellationToken cancellationToken);

    /// <summary>The messages of the users in a range, in order of user key, conversation and time: the same data always in the same order.</summary>
    IAsyncEnumerable<StoredMessage> ReadRangeAsync(UserKeyRange range, CancellationToken cancellationToken);
}
