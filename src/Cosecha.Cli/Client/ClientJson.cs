using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.Cli.Client;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConsentText))]
[JsonSerializable(typeof(ConsentGrant))]
[JsonSerializable(typeof(GrantAnswer))]
[JsonSerializable(typeof(OutgoingBatch))]
[JsonSerializable(typeof(CaptureAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(MetricsAnswer))]
[JsonSerializable(typeof(ExportAnswer))]
[JsonSerializable(typeof(ExportsAnswer))]
[JsonSerializable(typeof(FailuresAnswer))]
[JsonSerializable(typeof(OutgoingRedrive))]
[JsonSerializable(typeof(RedriveAnswer))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ProblemAnswer))]
internal sealed partial class ClientJson : JsonSerializerContext;
