using System.Text.Json.Serialization;

namespace Cosecha.FineTuning;

/// <summary>JSON of stored jobs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(FineTuneRecord))]
public sealed partial class FineTuneJson : JsonSerializerContext;
