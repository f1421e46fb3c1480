using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.AcceptanceTests;

/// <summary>A conversation of <c>Data/conversations.jsonl</c>; all people and numbers in it are invented.</summary>
internal sealed record Conversation(
    [property: JsonPropertyName("conversation_id")] string ConversationId,
    [property: JsonPropertyName("user_id")] string UserId,
    [property: JsonPropertyName("consent")] JsonElement Consent,
    [property: JsonPropertyName("messages")] IReadOnlyList<Turn> Messages
)
{
    /// <summary>The user says yes and stays with it.</summary>
    public bool Consents => Consent.ValueKind == JsonValueKind.True;

    /// <summary>The user says yes and takes it back.</summary>
    public bool Withdraws => Consent.ValueKind == JsonValueKind.String;

    public static IReadOnlyList<Conversation> ReadAll() =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "conversations.jsonl"))
                .Select(line => JsonSerializer.Deserialize<Conversation>(line)!),
        ];

    /// <summary>A turn as the bot posts it.</summary>
    public object ToPost(Turn turn) =>
        new
        {
            messageId = turn.MessageId,
            conversationId = ConversationId,
            userId = UserId,
            role = turn.Role,
            content = turn.Content,
            timestamp = turn.Timestamp,
            channel = "whatsapp",
        };
}

/// <summary>A message of a conversation.</summary>
internal sealed record Turn(
    [property: JsonPropertyName("message_id")] string MessageId,
    [property: JsonPropertyName("role")] string Role,
    [property: JsonPropertyName("content")] string Content,
    [property: JsonPropertyName("timestamp")] DateTimeOffset Timestamp
);
