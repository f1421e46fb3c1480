using System.CommandLine;
using Cosecha.Catalog;
using Cosecha.Labeling;

namespace Cosecha.Cli;

/// <summary><c>cosecha label</c>: labels JSON lines from standard input to standard output, in the same order.</summary>
public static class LabelCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var mode = new Option<string>("--mode")
        {
            Description =
                "Who labels: the catalog's rules, the language model of the environment's settings Ai__..., or the rules and, where they are "
                + "less sure than Quality__ReviewBelow, the model. With ai and cascade every text is anonymized first: the model never sees it raw.",
            DefaultValueFactory = _ => LabelingModes.Rules,
        };
        mode.AcceptOnlyFromAmong([.. LabelingModes.All]);
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog's folder.",
            DefaultValueFactory = _ => new CatalogOptions().Path,
        };
        var command = new Command(
            "label",
            "Reads lines {\"id\",\"text\"} and writes lines {\"id\",\"usable\",\"reason\",\"label\",\"labeler\",\"doubts\"}."
        )
        {
            mode,
            catalog,
        };
        command.SetAction((result, token) => RunAsync(result.GetValue(mode)!, Path.GetFullPath(result.GetValue(catalog)!), token));
        return command;
    }

    private static async Task<int> RunAsync(string mode, string folder, CancellationToken cancellationToken)
    {
        using var labeler = new LineLabeler(mode, new CatalogOptions { Path = folder });
        await JsonLines.ConvertAsync(
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            LabelJson.Default.TextLine,
            LabelJson.Default.LabelLine,
            line => labeler.LabelAsync(line, cancellationToken),
            cancellationToken
        );
        return 0;
    }
}
