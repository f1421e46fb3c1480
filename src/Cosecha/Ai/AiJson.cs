using System.Text.Json.Serialization;
using Cosecha.Anonymization;
using Cosecha.Labeling;

namespace Cosecha.Ai;

/// <summary>JSON that goes to the model and comes back. Strict: an answer with a missing or an unknown property is none.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(PersonalSpans))]
[JsonSerializable(typeof(LabelAnswer))]
internal sealed partial class AiJson : JsonSerializerContext;
