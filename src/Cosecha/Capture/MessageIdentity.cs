using System.Globalization;
using Cosecha.Consent;
using Cosecha.Messages;

namespace Cosecha.Capture;

/// <summary>Gives a posted message its stored identity: pseudonym, safe ids, time.</summary>
public sealed class MessageIdentity(Pseudonyms pseudonyms, SafeId safeId, TimeProvider clock)
{
    /// <summary>The header of a message that was captured under the given grant.</summary>
    public MessageHeader Of(PostedMessage message, string userKey, int grant)
    {
        var timestamp = message.Timestamp ?? clock.GetUtcNow();
        var messageId = message.MessageId is null ? Derived(message, timestamp) : safeId.Of(message.MessageId);
        return new(userKey, safeId.Of(message.ConversationId), messageId, message.Role, timestamp, message.Channel, grant);
    }

    /// <summary>A message without an id is known by all its other fields. The id is keyed: a plain hash of a short text can be guessed.</summary>
    private string Derived(PostedMessage message, DateTimeOffset timestamp)
    {
        var ticks = timestamp.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return pseudonyms.IdKey(string.Join('\n', message.ConversationId, message.UserId, message.Role, ticks, message.Content))[..32];
    }
}
