using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cosecha.Anonymization;
using Cosecha.Consent;
using Cosecha.Erasure;
using Cosecha.Failures;
using Cosecha.Labeling;

namespace Cosecha.Messages;

/// <summary>JSON of the queues and of the table's columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(MessageBatch<CapturedMessage>))]
[JsonSerializable(typeof(MessageBatch<AnonymizedMessage>))]
[JsonSerializable(typeof(MessageBatch<LabeledMessage>))]
[JsonSerializable(typeof(MessageBatch<ErasureOrder>))]
[JsonSerializable(typeof(StoredMessage))]
[JsonSerializable(typeof(RedriveMark))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(ConsentEvent))]
[JsonSerializable(typeof(Label))]
[JsonSerializable(typeof(IReadOnlyList<Redaction>))]
public sealed partial class PipelineJson : JsonSerializerContext
{
    /// <summary>Letters are written as they are: escaped, Spanish would not fit into a queue message. Nothing here is ever put into HTML.</summary>
    public static PipelineJson Plain => LazyPlain.Value;

    private static readonly Lazy<PipelineJson> LazyPlain = new(CreatePlain);

    private static PipelineJson CreatePlain() =>
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
