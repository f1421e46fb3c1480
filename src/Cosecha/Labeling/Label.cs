using System.Text.Json.Serialization;

namespace Cosecha.Labeling;

/// <summary>The analysis of a user's message. The wire names are the data set's own, in snake case.</summary>
public sealed record Label
{
    /// <summary>What the user wants, one of <see cref="Intents"/>.</summary>
    [JsonPropertyName("intent")]
    public required string Intent { get; init; }

    /// <summary>Canonical product of the catalog; null when none is named. The first item's.</summary>
    [JsonPropertyName("product")]
    public string? Product { get; init; }

    /// <summary>Canonical size such as <c>16/20</c>; null when none is named. The first item's.</summary>
    [JsonPropertyName("size")]
    public string? Size { get; init; }

    /// <summary>Glazing in percent, 0 to 100; null when none is named.</summary>
    [JsonPropertyName("glaseo_percentage")]
    public double? GlaseoPercentage { get; init; }

    /// <summary>How much, in <see cref="QuantityUnit"/>; null when none is named.</summary>
    [JsonPropertyName("quantity")]
    public double? Quantity { get; init; }

    /// <summary>Unit of the quantity as the catalog names it, such as <c>kg</c>.</summary>
    [JsonPropertyName("quantity_unit")]
    public string? QuantityUnit { get; init; }

    /// <summary>Where the goods go: city before country; null when none is named.</summary>
    [JsonPropertyName("destination")]
    public string? Destination { get; init; }

    /// <summary>One element for every product or size asked for.</summary>
    [JsonPropertyName("items")]
    public IReadOnlyList<LabelItem> Items { get; init; } = [];

    /// <summary>Language of the message, ISO 639-1, such as <c>es</c>; null when the text does not tell.</summary>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>How likely intent and slots are all right, 0 to 1.</summary>
    [JsonPropertyName("confidence")]
    public required double Confidence { get; init; }
}
