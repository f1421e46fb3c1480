using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.Cli.Demo;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ConversationLine))]
internal sealed partial class DemoJson : JsonSerializerContext;

/// <summary>A line of the file, as it is written.</summary>
internal sealed record ConversationLine(
    string ConversationId,
    string UserId,
    JsonElement Consent,
    string? Channel,
    IReadOnlyList<DemoMessage> Messages
);

internal sealed record DemoMessage(string MessageId, string Role, string Content, DateTimeOffset Timestamp);
