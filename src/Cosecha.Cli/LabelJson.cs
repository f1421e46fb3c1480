using System.Text.Json;
using System.Text.Json.Serialization;
using Cosecha.Catalog;
using Cosecha.Labeling;

namespace Cosecha.Cli;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(TextLine))]
[JsonSerializable(typeof(LabelLine))]
[JsonSerializable(typeof(LabeledLine))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(Calibration))]
internal sealed partial class LabelJson : JsonSerializerContext;
