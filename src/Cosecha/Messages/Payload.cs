using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cosecha.Messages;

/// <summary>Packs chat messages into as few queue messages as the size limit allows, and reads them again.</summary>
public static class Payload
{
    /// <summary>Version of the payload's shape. A reader refuses every other one.</summary>
    public const int Schema = 1;

    /// <summary>Bytes of payload in one queue message: 64 KiB, of which base64 leaves three quarters (Azure Queue Storage limits).</summary>
    public const int MaxBytes = 48 * 1024;

    /// <summary>Bytes left free for what a payload may be marked with later: that it waits, that it was taken back.</summary>
    private const int Reserve = 512;

    /// <summary>The messages as payloads, in order.</summary>
    /// <param name="messages">What to send.</param>
    /// <param name="type">JSON shape of a batch of them.</param>
    /// <param name="traceParent">W3C trace context to carry along.</param>
    /// <param name="whenTooLong">What stands for a message that is too long to travel; it must be short.</param>
    /// <exception cref="InvalidOperationException">A message is too long and nothing stands for it.</exception>
    public static string[] Pack<T>(
        IReadOnlyList<T> messages,
        JsonTypeInfo<MessageBatch<T>> type,
        string? traceParent,
        Func<T, T>? whenTooLong = null
    )
    {
        var open = Encoding.UTF8.GetBytes($$"""{"schema":{{Schema}},"traceParent":{{Quoted(traceParent)}},"messages":[""");
        var item = (JsonTypeInfo<T>)type.Options.GetTypeInfo(typeof(T));
        var payloads = new List<string>();
        using var current = new MemoryStream(MaxBytes);
        foreach (var message in messages)
        {
            var bytes = Fit(message, item, MaxBytes - Reserve - open.Length - 2, whenTooLong);
            if (current.Length > 0 && current.Length + bytes.Length + 3 > MaxBytes - Reserve)
            {
                payloads.Add(Close(current));
            }

            current.Write(current.Length == 0 ? open : ","u8);
            current.Write(bytes);
        }

        if (current.Length > 0)
        {
            payloads.Add(Close(current));
        }

        return [.. payloads];
    }

    /// <summary>Reads a payload. What cannot be read is a value, not an exception: trying again would not help.</summary>
    public static PayloadReading<T> Read<T>(string payload, JsonTypeInfo<MessageBatch<T>> type)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            if (Version(document.RootElement) is not { } version)
            {
                return new(null, PayloadRefusals.Malformed);
            }

            return version == Schema ? Shaped(document, type) : new(null, PayloadRefusals.UnknownSchema);
        }
        catch (JsonException)
        {
            return new(null, PayloadRefusals.NotJson);
        }
    }

    private static int? Version(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("schema", out var schema)
        && schema.ValueKind == JsonValueKind.Number
        && schema.TryGetInt32(out var version)
            ? version
            : null;

    private static PayloadReading<T> Shaped<T>(JsonDocument document, JsonTypeInfo<MessageBatch<T>> type)
    {
        try
        {
            var batch = document.Deserialize(type);
            return batch is { Messages.Count: > 0 } && !batch.Messages.Contains(default!)
                ? new(batch, null)
                : new(null, PayloadRefusals.Malformed);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new(null, PayloadRefusals.Malformed);
        }
    }

    private static string Quoted(string? traceParent) => traceParent is null ? "null" : $"\"{JsonEncodedText.Encode(traceParent)}\"";

    private static byte[] Fit<T>(T message, JsonTypeInfo<T> type, int room, Func<T, T>? whenTooLong)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, type);
        if (bytes.Length > room && whenTooLong is not null)
        {
            bytes = JsonSerializer.SerializeToUtf8Bytes(whenTooLong(message), type);
        }

        return bytes.Length <= room
            ? bytes
            : throw new InvalidOperationException($"A message of {bytes.Length} bytes does not fit into a queue.");
    }

    private static string Close(MemoryStream current)
    {
        current.Write("]}"u8);
        var payload = Encoding.UTF8.GetString(current.GetBuffer(), 0, (int)current.Length);
        current.SetLength(0);
        return payload;
    }
}
