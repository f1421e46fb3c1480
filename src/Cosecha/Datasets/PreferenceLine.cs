using System.Text.Json.Serialization;

namespace Cosecha.Datasets;

/// <summary>A line of the preference format (direct preference optimization of OpenAI and Azure OpenAI): of two answers, the better one.</summary>
/// <param name="Input">What the model sees.</param>
/// <param name="PreferredOutput">The reviewer's answer, one message.</param>
/// <param name="NonPreferredOutput">The bot's, one message.</param>
public sealed record PreferenceLine(
    ChatLine Input,
    [property: JsonPropertyName("preferred_output")] IReadOnlyList<ChatTurn> PreferredOutput,
    [property: JsonPropertyName("non_preferred_output")] IReadOnlyList<ChatTurn> NonPreferredOutput
);
