using System.Text;
using System.Text.Json;
using Cosecha.Messages;
using Cosecha.Requests;

namespace Cosecha.Capture;

/// <summary>Reads one message of a request, field by field, and names the first field that is wrong.</summary>
public sealed class MessageReader(TimeProvider clock)
{
    /// <summary>Characters of a message at most.</summary>
    public const int MaxContent = 8_000;

    /// <summary>How far a timestamp may lie ahead: clocks and time zones are often wrong, but not by more than a day.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromDays(1);

    /// <summary>Reads one element.</summary>
    public PostedReading Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new(null, new FieldError("message", "must be a JSON object"), null);
        }

        var fields = new Fields(element);
        var messageId = fields.OptionalId("messageId");
        var conversationId = fields.RequiredId("conversationId");
        var userId = fields.RequiredId("userId");
        var role = ReadRole(fields);
        var content = ReadContent(fields);
        var timestamp = fields.Time("timestamp", clock.GetUtcNow() + MaxAhead, "lies more than a day ahead");
        var channel = fields.Channel();
        return fields.Error is null
            ? new(new(messageId, conversationId, userId, role, content, timestamp, channel), null, messageId)
            : new(null, fields.Error, messageId);
    }

    private static Role ReadRole(Fields fields)
    {
        switch (fields.Text("role"))
        {
            case "user":
                return Role.User;
            case "assistant":
                return Role.Assistant;
            default:
                fields.Fail("role", "must be \"user\" or \"assistant\"");
                return default;
        }
    }

    private static string ReadContent(Fields fields)
    {
        var content = fields.Text("content");
        if (content is null)
        {
            fields.Fail("content", "must be a text");
        }
        else if (content.Length > MaxContent)
        {
            fields.Fail("content", $"is longer than {MaxContent} characters", isTooLarge: true);
        }

        return content is null ? "" : Clean(content);
    }

    /// <summary>Control characters have no place in a chat and cost six bytes each in JSON; line breaks and tabs stay.</summary>
    private static string Clean(string content)
    {
        if (!content.AsSpan().ContainsAnyInRange('\0', '\u001f') && !content.Contains('\u007f', StringComparison.Ordinal))
        {
            return content;
        }

        var clean = new StringBuilder(content.Length);
        foreach (var c in content.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            clean.Append(char.IsControl(c) && c is not ('\n' or '\t') ? ' ' : c);
        }

        return clean.ToString();
    }
}
