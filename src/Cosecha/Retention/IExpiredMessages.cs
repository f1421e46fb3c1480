using Cosecha.Messages;

namespace Cosecha.Retention;

/// <summary>What the purge needs to know of stored messages beyond <see cref="IMessageStore"/>.</summary>
public interface IExpiredMessages
{
    /// <summary>The messages that were stored before a time, in order of user key, conversation and time. They may be removed while they are read.</summary>
    /// <param name="discarded">True for those that were filtered out, false for all others.</param>
    /// <param name="storedBefore">The time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<MessageHeader> ReadAsync(bool discarded, DateTimeOffset storedBefore, CancellationToken cancellationToken);

    /// <summary>Sets <see cref="StoredMessage.GapAfter"/> and leaves all else as it is. A message that is gone stays gone.</summary>
    Task MarkGapAsync(MessageHeader header, CancellationToken cancellationToken);

    /// <summary>Removes the claims that were made before a time: those whose message never became a row.</summary>
    /// <returns>How many there were.</returns>
    Task<int> PurgeClaimsAsync(DateTimeOffset claimedBefore, CancellationToken cancellationToken);
}
