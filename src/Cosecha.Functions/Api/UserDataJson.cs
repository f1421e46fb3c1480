using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cosecha.Functions.Api;

/// <summary>JSON for a person: indented, letters as they are, and with what is empty, so that every answer has the same fields.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(UserDataBody))]
internal sealed partial class UserDataJson : JsonSerializerContext
{
    public static UserDataJson Plain => LazyPlain.Value;

    private static readonly Lazy<UserDataJson> LazyPlain = new(CreatePlain);

    private static UserDataJson CreatePlain() =>
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
