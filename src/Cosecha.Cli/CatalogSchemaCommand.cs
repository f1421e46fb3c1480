using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cosecha.Catalog;

namespace Cosecha.Cli;

/// <summary><c>cosecha catalog-schema</c>: writes the JSON schemas of the catalog's files.</summary>
internal static class CatalogSchemaCommand
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog's folder; the schemas are written to its folder schema.",
            DefaultValueFactory = _ => new CatalogOptions().Path,
        };
        var command = new Command("catalog-schema", "Write the JSON schemas of the catalog's files, for editors and authors.") { catalog };
        command.SetAction(
            async (parsed, stop) =>
            {
                var folder = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(parsed.GetValue(catalog)!), "schema"));
                foreach (var (name, schema) in CatalogSchemas.Create())
                {
                    var path = Path.Combine(folder.FullName, $"{name}.schema.json");
                    await File.WriteAllTextAsync(path, schema.ToJsonString(s_readable) + "\n", stop);
                    Console.WriteLine(path);
                }

                return 0;
            }
        );
        return command;
    }
}
