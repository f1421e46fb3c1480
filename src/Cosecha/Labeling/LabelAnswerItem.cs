using System.Text.Json.Serialization;

namespace Cosecha.Labeling;

/// <summary>One line of a <see cref="LabelAnswer"/>. The fields are those of <see cref="LabelItem"/>, but every one has to be there.</summary>
internal sealed record LabelAnswerItem(
    [property: JsonPropertyName("product")] string? Product,
    [property: JsonPropertyName("size")] string? Size,
    [property: JsonPropertyName("glaseo_percentage")] double? GlaseoPercentage,
    [property: JsonPropertyName("quantity")] double? Quantity,
    [property: JsonPropertyName("quantity_unit")] string? QuantityUnit
);
