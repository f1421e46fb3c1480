using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cosecha.Labeling;

/// <summary>The JSON schema of <see cref="LabelAnswer"/>, strict: intents, products and units are the catalog's. Sizes are free, since unknown ones are kept.</summary>
internal static class LabelSchema
{
    public static JsonElement Of(LabelWords words)
    {
        var item = Object(
            ("product", OneOf(words.Products, orNull: true)),
            ("size", OrNull("string")),
            ("glaseo_percentage", OrNull("number")),
            ("quantity", OrNull("number")),
            ("quantity_unit", OneOf(words.Units, orNull: true))
        );
        var label = Object(
            ("intent", OneOf(Intents.All, orNull: false)),
            ("items", new JsonObject { ["type"] = "array", ["items"] = item }),
            ("destination", OrNull("string")),
            ("language", OrNull("string")),
            ("confidence", new JsonObject { ["type"] = "number" })
        );
        return JsonElement.Parse(label.ToJsonString());
    }

    private static JsonObject Object(params (string Name, JsonObject Type)[] properties) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Name))]),
            ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Type))),
        };

    private static JsonObject OrNull(string type) => new() { ["type"] = new JsonArray(type, "null") };

    private static JsonObject OneOf(IEnumerable<string> values, bool orNull)
    {
        var allowed = new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
        if (!orNull)
        {
            return new() { ["type"] = "string", ["enum"] = allowed };
        }

        allowed.Add(null);
        return new() { ["type"] = new JsonArray("string", "null"), ["enum"] = allowed };
    }
}
