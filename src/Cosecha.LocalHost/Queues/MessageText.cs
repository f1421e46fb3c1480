using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;

namespace Cosecha.LocalHost.Queues;

/// <summary>The payload of a queue message as its text on the wire, and back.</summary>
internal static class MessageText
{
    // A payload that is not UTF-8 is a failure, not a text with replacement characters.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // As the isolated worker reads and writes JSON.
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public static string Encode(string payload, bool base64) => base64 ? Convert.ToBase64String(Utf8.GetBytes(payload)) : payload;

    /// <exception cref="FormatException">The text is not base64.</exception>
    /// <exception cref="DecoderFallbackException">What it encodes is not UTF-8.</exception>
    public static string Decode(string text, bool base64) => base64 ? Utf8.GetString(Convert.FromBase64String(text)) : text;

    /// <summary>The payload as a trigger's parameter takes it: a text as it is, a queue message around it, any other type from JSON.</summary>
    /// <param name="payload">The decoded payload.</param>
    /// <param name="type">The parameter's type.</param>
    /// <param name="received">The queue message that it came in.</param>
    /// <exception cref="JsonException">It is not JSON of that type.</exception>
    public static object? Parse(string payload, Type type, QueueMessage received) =>
        type == typeof(string) ? payload
        : type == typeof(QueueMessage) ? With(payload, received)
        : JsonSerializer.Deserialize(payload, type, Json);

    private static QueueMessage With(string payload, QueueMessage received) =>
        QueuesModelFactory.QueueMessage(
            received.MessageId,
            received.PopReceipt,
            BinaryData.FromString(payload),
            received.DequeueCount,
            received.NextVisibleOn,
            received.InsertedOn,
            received.ExpiresOn
        );

    /// <summary>The payload that carries an output of any type but text.</summary>
    public static string Serialize(object value) => JsonSerializer.Serialize(value, value.GetType(), Json);
}
