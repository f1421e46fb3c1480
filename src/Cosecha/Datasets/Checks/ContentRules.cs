using System.Text.Json;

namespace Cosecha.Datasets.Checks;

/// <summary>What the content of a chat message must be: text, or parts of text and, from users, images.</summary>
internal static class ContentRules
{
    public static IEnumerable<FindingCode> Check(JsonElement message, string? role)
    {
        // A message that calls tools need not say anything.
        var maySayNothing = role == MessageRules.Assistant && message.TryGetProperty("tool_calls", out _);
        if (!message.TryGetProperty("content", out var content) || content.ValueKind == JsonValueKind.Null)
        {
            return maySayNothing ? [] : [FindingCode.ContentMissing];
        }

        return content.ValueKind switch
        {
            JsonValueKind.String => maySayNothing || IsText(content) ? [] : [FindingCode.ContentEmpty],
            JsonValueKind.Array when content.GetArrayLength() == 0 => [FindingCode.ContentEmpty],
            JsonValueKind.Array when content.EnumerateArray().All(part => IsPart(part, role)) => [],
            _ => [FindingCode.ContentInvalid],
        };
    }

    /// <summary>Whether it is a text with something in it.</summary>
    public static bool IsText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString());

    /// <summary>Whether an object has a text under a key.</summary>
    public static bool HasText(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(key, out var text) && IsText(text);

    private static bool IsPart(JsonElement part, string? role) =>
        HasText(part, "type")
        && part.GetProperty("type").GetString() switch
        {
            "text" => HasText(part, "text"),
            "image_url" => role == MessageRules.User && part.TryGetProperty("image_url", out var image) && HasText(image, "url"),
            _ => false,
        };
}
