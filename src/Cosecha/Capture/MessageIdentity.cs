using System.Globalization;
using Cosecha.Consent;
using Cosecha.Messages;

namespace Cosecha.Capture;

/// <summary>Gives a posted message its stored identity: pseudonym, safe ids, time.</summary>
public sealed class MessageIdentity(Pseudonyms pseudonyms, SafeId safeId, TimeProvider clock)
{
    /// <summary>
    /// The header of a message of a consenting user under one of the user's keys. Ids become pseudonyms under the key that made the user key. The conversation's keeps
    /// that of the user's first key that is known, so that a conversation stays one over a rotation: the export must not split it.
    /// </summary>
    public MessageHeader Of(PostedMessage message, string userKey, ConsentState consent)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(consent);
        var key = pseudonyms.KeyOf([userKey]);
        var timestamp = message.Timestamp ?? clock.GetUtcNow();
        var messageId = message.MessageId is null ? Derived(message, timestamp, key) : safeId.Of(message.MessageId, key);
        var conversationId = safeId.Of(message.ConversationId, pseudonyms.KeyOf(consent.AllKeys));
        return new(userKey, conversationId, messageId, message.Role, timestamp, message.Channel, consent.Grant);
    }

    /// <summary>A message without an id is known by all its other fields. The id is keyed: a plain hash of a short text can be guessed.</summary>
    private string Derived(PostedMessage message, DateTimeOffset timestamp, PseudonymKey key)
    {
        var ticks = timestamp.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return pseudonyms.IdKey(string.Join('\n', message.ConversationId, message.UserId, message.Role, ticks, message.Content), key)[..32];
    }
}
