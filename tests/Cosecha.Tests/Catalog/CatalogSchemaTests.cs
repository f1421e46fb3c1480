using System.Text.Json.Nodes;
using Cosecha.Catalog;
using Json.Schema;

namespace Cosecha.Tests.Catalog;

public sealed class CatalogSchemaTests
{
    private static readonly IReadOnlyDictionary<string, JsonNode> Schemas = CatalogSchemas.Create();

    public static TheoryData<string> Names => [.. Schemas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_that_ships_is_that_of_the_types(string name) =>
        JsonNode
            .DeepEquals(Parse(Path.Combine(CatalogFixture.Folder, "schema", $"{name}.schema.json")), Schemas[name])
            .ShouldBeTrue("types or comments changed: ./cosecha catalog-schema --catalog catalog");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_catalogs_hold_to_it(string name)
    {
        var schema = JsonSchema.FromText(Schemas[name].ToJsonString());
        var files = Files(CatalogFixture.Folder, name)
            .Concat(Files(Path.Combine(AppContext.BaseDirectory, "Catalog", "Coffee"), name))
            .ToList();

        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => schema.Evaluate(Parse(file), null).IsValid);
    }

    [Fact]
    public void A_price_written_as_text_does_not()
    {
        var freight = Parse(Path.Combine(CatalogFixture.Folder, "freight.json"))!.AsObject();
        freight["minPerKg"] = "0.1";

        JsonSchema.FromText(Schemas["freight"].ToJsonString()).Evaluate(freight).IsValid.ShouldBeFalse();
    }

    private static IEnumerable<string> Files(string folder, string name) =>
        name == "language"
            ? Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "languages")
            : Directory.EnumerateFiles(folder, $"{name}.json");

    private static JsonNode? Parse(string file) => JsonNode.Parse(File.ReadAllText(file));
}
