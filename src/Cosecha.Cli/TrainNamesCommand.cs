using System.CommandLine;
using Cosecha.Anonymization.Training;
using Cosecha.Catalog;

namespace Cosecha.Cli;

/// <summary><c>cosecha train-names</c>: makes the name model anew from the lists and sentence templates of the catalog.</summary>
internal static class TrainNamesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog's folder; its names/model.bin is written.",
            DefaultValueFactory = _ => new CatalogOptions().Path,
        };
        var sentences = new Option<int>("--sentences")
        {
            Description = "How many sentences each of the four perceptrons sees.",
            DefaultValueFactory = _ => 3_000_000,
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The seed of the sentences; the perceptrons take it and the three after it.",
            DefaultValueFactory = _ => 7,
        };
        var command = new Command("train-names", "Train the name model of the anonymizer from the catalog.") { catalog, sentences, seed };
        command.SetAction(
            (parsed, stop) =>
            {
                var folder = Path.GetFullPath(parsed.GetValue(catalog)!);
                var path = Path.Combine(folder, "names", "model.bin");
                var share = new NameTrainer(folder, parsed.GetValue(seed)).Train(parsed.GetValue(sentences), path, stop);
                Console.WriteLine(
                    $"{path}: {new FileInfo(path).Length:N0} bytes, {share:P2} of the units of unseen sentences tagged right"
                );
                return Task.FromResult(0);
            }
        );
        return command;
    }
}
