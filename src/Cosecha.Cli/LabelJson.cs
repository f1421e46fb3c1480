using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.Cli;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TextLine))]
[JsonSerializable(typeof(LabelLine))]
internal sealed partial class LabelJson : JsonSerializerContext;
