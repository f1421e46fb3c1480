using System.Text;
using System.Text.Json;

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

    /// <summary>The payload as a trigger's parameter takes it: a text as it is, any other type from JSON.</summary>
    /// <exception cref="JsonException">It is not JSON of that type.</exception>
    public static object? Parse(string payload, Type type) =>
        type == typeof(string) ? payload : JsonSerializer.Deserialize(payload, type, Json);

    /// <summary>The payload that carries an output of any type but text.</summary>
    public static string Serialize(object value) => JsonSerializer.Serialize(value, value.GetType(), Json);
}
