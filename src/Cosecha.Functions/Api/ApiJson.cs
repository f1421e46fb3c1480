using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cosecha.Consent;
using Cosecha.Health;

namespace Cosecha.Functions.Api;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CaptureBody))]
[JsonSerializable(typeof(ConsentBody))]
[JsonSerializable(typeof(ConsentTextBody))]
[JsonSerializable(typeof(ReceiptCheck))]
[JsonSerializable(typeof(WithdrawalBody))]
[JsonSerializable(typeof(ErasureBody))]
[JsonSerializable(typeof(ConversationBody))]
[JsonSerializable(typeof(ExportsBody))]
[JsonSerializable(typeof(MetricsBody))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(AuditBody))]
[JsonSerializable(typeof(FineTuneBody))]
[JsonSerializable(typeof(FineTuneRefusalBody))]
[JsonSerializable(typeof(FailuresBody))]
[JsonSerializable(typeof(RedriveBody))]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Letters are written as they are: the answers are JSON, never HTML.</summary>
    public static ApiJson Plain => LazyPlain.Value;

    private static readonly Lazy<ApiJson> LazyPlain = new(CreatePlain);

    private static ApiJson CreatePlain() =>
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
