using System.Text.Json.Serialization;

namespace Cosecha.Datasets;

/// <summary>A message of a chat line.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The text.</param>
/// <param name="Weight">0 for an assistant's message that is context and not to be learned; null for all others.</param>
public sealed record ChatTurn(
    string Role,
    string Content,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Weight = null
)
{
    /// <summary>The system's message.</summary>
    public static ChatTurn System(string content) => new("system", content);

    /// <summary>A user's message.</summary>
    public static ChatTurn User(string content) => new("user", content);

    /// <summary>An assistant's message to be learned.</summary>
    public static ChatTurn Assistant(string content) => new("assistant", content);

    /// <summary>An assistant's message that is context.</summary>
    public static ChatTurn Context(string content) => new("assistant", content, 0);
}
