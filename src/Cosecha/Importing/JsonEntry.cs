using System.Globalization;
using System.Text.Json;
using Cosecha.Messages;
using Cosecha.Requests;

namespace Cosecha.Importing;

/// <summary>A message in exported JSON. Names are written as in <c>POST /api/messages</c> or with underscores.</summary>
internal static class JsonEntry
{
    /// <summary>Reads a message.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="element">The message.</param>
    /// <param name="around">What it is part of and takes from there what it does not say itself.</param>
    public static HistoryReading Read(int line, JsonElement element, JsonContext around)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return HistoryReading.Skip(line, SkipReasons.NotAMessage);
        }

        var fields = new Fields(element);
        var user = Text(fields, "userId", "user_id") ?? around.UserId;
        Role? role = fields.Text("role") switch
        {
            "user" => Role.User,
            "assistant" => Role.Assistant,
            _ => null,
        };
        var content = fields.Text("content");
        var own = JsonTime.Read(element, "timestamp");
        var problem = Problem(user, role, content, own ?? around.Time);
        return problem is not null
            ? HistoryReading.Skip(line, problem)
            : HistoryReading.Of(
                line,
                new(user!, role!.Value, content!, (own ?? around.Time)!.Value, Moment(own))
                {
                    ConversationId = Text(fields, "conversationId", "conversation_id") ?? around.ConversationId,
                    MessageId = Text(fields, "messageId", "message_id"),
                    Channel = fields.Text("channel") ?? around.Channel,
                }
            );
    }

    /// <summary>What a conversation says for all its messages.</summary>
    public static JsonContext Context(JsonElement element)
    {
        var fields = new Fields(element);
        return new(Text(fields, "userId", "user_id"), Text(fields, "conversationId", "conversation_id"), fields.Text("channel"), null);
    }

    private static string? Problem(string? user, Role? role, string? content, DateTimeOffset? time) =>
        string.IsNullOrWhiteSpace(user) ? SkipReasons.NoUser
        : role is null ? SkipReasons.NoRole
        : content is null ? SkipReasons.NoText
        : string.IsNullOrWhiteSpace(content) ? SkipReasons.Empty
        : time is null ? SkipReasons.NoTime
        : null;

    private static string Moment(DateTimeOffset? own) => own?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string? Text(Fields fields, string name, string other) => fields.Text(name) ?? fields.Text(other);
}
