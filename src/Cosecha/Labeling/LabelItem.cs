using System.Text.Json.Serialization;

namespace Cosecha.Labeling;

/// <summary>One line of an order or a question.</summary>
public sealed record LabelItem
{
    /// <summary>Canonical product of the catalog, or null.</summary>
    [JsonPropertyName("product")]
    public string? Product { get; init; }

    /// <summary>Canonical size, or null.</summary>
    [JsonPropertyName("size")]
    public string? Size { get; init; }

    /// <summary>Glazing in percent, 0 to 100, or null.</summary>
    [JsonPropertyName("glaseo_percentage")]
    public double? GlaseoPercentage { get; init; }

    /// <summary>How much, in <see cref="QuantityUnit"/>, or null.</summary>
    [JsonPropertyName("quantity")]
    public double? Quantity { get; init; }

    /// <summary>Unit of the quantity, or null.</summary>
    [JsonPropertyName("quantity_unit")]
    public string? QuantityUnit { get; init; }
}
