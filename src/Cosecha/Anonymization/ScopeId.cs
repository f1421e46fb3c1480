using Cosecha.Messages;

namespace Cosecha.Anonymization;

/// <summary>
/// Names a saved <see cref="RedactionScope"/>: a conversation under one grant of consent. A yes after a withdrawal starts a new scope, so that a
/// message that was under way at the withdrawal and comes back late can neither fill nor remove the scope of what was written since.
/// </summary>
/// <param name="UserKey">The user's pseudonym.</param>
/// <param name="ConversationId">The conversation, in its safe form.</param>
/// <param name="Grant">The number of the grant of consent.</param>
public sealed record ScopeId(string UserKey, string ConversationId, int Grant)
{
    /// <summary>The scope of a message.</summary>
    public static ScopeId Of(MessageHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new(header.UserKey, header.ConversationId, header.Grant);
    }
}
