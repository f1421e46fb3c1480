using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Xml.Linq;

namespace Cosecha.Catalog;

/// <summary>The JSON schemas of the catalog's files, made of the types that read them, for editors and for whoever writes a catalog of another business.</summary>
public static class CatalogSchemas
{
    private static readonly XDocument? s_docs = ReadDocs();

    /// <summary>Makes the schemas, by the name of the catalog's file without its ending, such as <c>products</c>.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Create()
    {
        var json = CatalogJson.Default;
        return new Dictionary<string, JsonTypeInfo>
        {
            ["products"] = json.ProductCatalog,
            ["sizes"] = json.SizeCatalog,
            ["glazing"] = json.Glazing,
            ["units"] = json.UnitCatalog,
            ["trade"] = json.TradeTerms,
            ["destinations"] = json.PlaceCatalog,
            ["freight"] = json.Freight,
            ["consent"] = json.ConsentTexts,
            ["phones"] = json.PhoneSettings,
            ["wording"] = json.Wording,
            ["intents"] = json.IntentCues,
            ["dialogue"] = json.DialogueWords,
            ["calibration"] = json.Calibration,
            ["cleaning"] = json.CleaningWords,
            ["language"] = json.LanguageWords,
        }.ToDictionary(file => file.Key, file => Schema(file.Value));
    }

    private static JsonNode Schema(JsonTypeInfo type)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = type.GetJsonSchemaAsNode(options);
        schema.AsObject().Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var docs =
            context.PropertyInfo?.AttributeProvider is PropertyInfo property ? DocsOf(property)
            : context.Path.IsEmpty ? DocsOf(context.TypeInfo.Type)?.Element("summary")
            : null;
        if (docs is not null && schema is JsonObject described)
        {
            described.Insert(0, "description", Text(docs));
        }

        return schema;
    }

    private static XElement? DocsOf(PropertyInfo property)
    {
        var parameter = DocsOf(property.DeclaringType!)
            ?.Elements("param")
            .FirstOrDefault(p => string.Equals(p.Attribute("name")?.Value, property.Name, StringComparison.OrdinalIgnoreCase));
        return parameter ?? Member($"P:{property.DeclaringType!.FullName}.{property.Name}")?.Element("summary");
    }

    private static XElement? DocsOf(Type type) => Member($"T:{type.FullName}");

    private static XElement? Member(string name) => s_docs?.Descendants("member").FirstOrDefault(m => m.Attribute("name")?.Value == name);

    /// <summary>The words of a comment; of a reference, its name.</summary>
    private static string Text(XElement docs)
    {
        var words = docs.DescendantNodes()
            .Select(node =>
                node switch
                {
                    XText text => text.Value,
                    XElement reference => (reference.Attribute("cref") ?? reference.Attribute("name"))?.Value.Split('.')[^1],
                    _ => null,
                }
            );
        return string.Join(' ', string.Concat(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The comments that the build writes next to the assembly; without them the schemas say less.</summary>
    private static XDocument? ReadDocs()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Cosecha.xml");
        return File.Exists(path) ? XDocument.Load(path) : null;
    }
}
