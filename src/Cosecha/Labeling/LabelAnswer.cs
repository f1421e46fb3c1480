using System.Text.Json.Serialization;

namespace Cosecha.Labeling;

/// <summary>What the language model answers about a message; every property has to be there.</summary>
/// <param name="Intent">One of <see cref="Intents"/>.</param>
/// <param name="Items">A line for every product or size; a single line without both when only a glazing or a quantity is named.</param>
/// <param name="Destination">Where the goods go.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record LabelAnswer(
    [property: JsonPropertyName("intent")] string Intent,
    [property: JsonPropertyName("items")] IReadOnlyList<LabelAnswerItem> Items,
    [property: JsonPropertyName("destination")] string? Destination,
    [property: JsonPropertyName("language")] string? Language,
    [property: JsonPropertyName("confidence")] double Confidence
);
