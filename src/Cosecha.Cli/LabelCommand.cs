using System.CommandLine;
using Cosecha.Catalog;
using Cosecha.Filtering;
using Cosecha.Labeling;

namespace Cosecha.Cli;

/// <summary><c>cosecha label</c>: labels JSON lines from standard input to standard output, in the same order.</summary>
public static class LabelCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog's folder.",
            DefaultValueFactory = _ => new CatalogOptions().Path,
        };
        var command = new Command("label", "Reads lines {\"id\",\"text\"} and writes lines {\"id\",\"usable\",\"reason\",\"label\"}.")
        {
            catalog,
        };
        command.SetAction(
            (result, token) => RunAsync(result.GetValue(catalog)!, Console.OpenStandardInput(), Console.OpenStandardOutput(), token)
        );
        return command;
    }

    private static async Task<int> RunAsync(string folder, Stream input, Stream output, CancellationToken cancellationToken)
    {
        var catalog = CatalogLoader.Load(folder);
        var reader = new DomainReader(catalog);
        var labeler = new RuleLabeler(catalog, reader);
        await JsonLines.ConvertAsync(
            input,
            output,
            LabelJson.Default.TextLine,
            LabelJson.Default.LabelLine,
            line => Convert(line, reader, labeler),
            cancellationToken
        );
        return 0;
    }

    private static LabelLine Convert(TextLine line, DomainReader reader, RuleLabeler labeler)
    {
        var text = reader.ReadText(line.Text);
        var reason = RelevanceFilter.DiscardReason(text);
        return new LabelLine(line.Id, reason is null, reason, labeler.Label(text));
    }
}
