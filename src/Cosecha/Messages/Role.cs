using System.Text.Json.Serialization;

namespace Cosecha.Messages;

/// <summary>Who wrote a message. On the wire: <c>user</c>, <c>assistant</c>.</summary>
[JsonConverter(typeof(WireNameConverter<Role>))]
public enum Role
{
    /// <summary>The person who talks to the bot.</summary>
    User,

    /// <summary>The bot.</summary>
    Assistant,
}
