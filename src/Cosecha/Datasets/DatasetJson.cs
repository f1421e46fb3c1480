using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Cosecha.Datasets.Checks;

namespace Cosecha.Datasets;

/// <summary>JSON of the exported files.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompletionLine))]
[JsonSerializable(typeof(ChatLine))]
[JsonSerializable(typeof(PreferenceLine))]
[JsonSerializable(typeof(LineageLine))]
[JsonSerializable(typeof(IntentLine))]
[JsonSerializable(typeof(ExcludedLine))]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(FileCheck))]
public sealed partial class DatasetJson : JsonSerializerContext
{
    /// <summary>Letters are written as they are: people read these files.</summary>
    public static DatasetJson Plain => LazyPlain.Value;

    private static readonly Lazy<DatasetJson> LazyPlain = new(CreatePlain);

    private static DatasetJson CreatePlain() =>
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>As <see cref="Plain"/>, indented.</summary>
    public static DatasetJson Indented => LazyIndented.Value;

    private static readonly Lazy<DatasetJson> LazyIndented = new(() =>
        new(new JsonSerializerOptions(Plain.Options) { WriteIndented = true })
    );
}
