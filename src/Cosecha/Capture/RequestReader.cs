using System.Text.Json;
using Cosecha.Requests;

namespace Cosecha.Capture;

/// <summary>Reads the body of <c>POST /api/messages</c>: one message, or <c>{"messages":[...]}</c>.</summary>
public sealed class RequestReader(MessageReader messages)
{
    /// <summary>Messages in one request at most.</summary>
    public const int MaxMessages = 100;

    /// <summary>Bytes of a body at most: 100 messages of 8,000 characters, each escaped to six bytes, fit.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Reads the body. Whatever it is, the answer is a value.</summary>
    public async Task<PostedRequest> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var json = await JsonBody.ReadAsync(body, MaxBytes, cancellationToken);
        using var document = json.Document;
        return document is null ? new([], false, json.Error) : Read(document.RootElement);
    }

    private PostedRequest Read(JsonElement root)
    {
        if (!root.TryGetProperty("messages", out var list))
        {
            var single = messages.Read(root);
            return new([single], false, null);
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            return new([], true, new FieldError("messages", "must be an array of at least one message"));
        }

        return list.GetArrayLength() > MaxMessages
            ? new([], true, new FieldError("messages", $"holds more than {MaxMessages} messages", IsTooLarge: true))
            : new([.. list.EnumerateArray().Select(messages.Read)], true, null);
    }
}
