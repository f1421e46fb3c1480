using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.Cli.Doctor;

/// <summary>JSON of <c>--json</c>.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(List<Finding>))]
internal sealed partial class DoctorJson : JsonSerializerContext;
