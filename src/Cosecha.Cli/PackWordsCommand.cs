using System.CommandLine;
using Cosecha.Anonymization.Training;
using Cosecha.Catalog;

namespace Cosecha.Cli;

/// <summary><c>cosecha pack-words</c>: packs dictionaries for the name model.</summary>
internal static class PackWordsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog's folder; its names/dictionary.bin is written.",
            DefaultValueFactory = _ => new CatalogOptions().Path,
        };
        var files = new Argument<string[]>("files") { Description = "Dictionaries, one word a line.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(
            "pack-words",
            "Pack dictionaries, from which the anonymizer knows rare words. Run train-names afterwards."
        )
        {
            catalog,
            files,
        };
        command.SetAction(parsed =>
        {
            var packed = DictionaryPacker.Pack(Path.GetFullPath(parsed.GetValue(catalog)!), parsed.GetValue(files)!);
            Console.WriteLine($"{packed:N0} words packed");
            return 0;
        });
        return command;
    }
}
