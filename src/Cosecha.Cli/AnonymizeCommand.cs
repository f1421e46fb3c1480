using System.CommandLine;
using Cosecha.Anonymization;
using Cosecha.Catalog;
using Microsoft.Extensions.Options;

namespace Cosecha.Cli;

/// <summary><c>cosecha anonymize</c>: JSON lines or plain lines in, the same without personal data out, one by one.</summary>
internal static class AnonymizeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var text = new Option<bool>("--text") { Description = "Read and write plain lines instead of JSON lines." };
        var explain = new Option<bool>("--explain") { Description = "Write to standard error why each span was replaced." };
        var noOrg = new Option<bool>("--keep-org") { Description = "Leave company names." };
        var numbered = new Option<bool>("--numbered")
        {
            Description = "Number the placeholders; equal values of a conversation get equal numbers.",
        };
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog's folder.",
            DefaultValueFactory = _ => new CatalogOptions().Path,
        };
        var command = new Command("anonymize", "Replace personal data in JSON lines {\"id\",\"text\"} from standard input.")
        {
            text,
            explain,
            noOrg,
            numbered,
            catalog,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var options = new AnonymizationOptions { OrgEnabled = !parsed.GetValue(noOrg) };
                foreach (var type in parsed.GetValue(numbered) ? PiiTypes.All : [])
                {
                    options.Operators[type] = RedactionOperator.Numbered;
                }

                var place = new CatalogOptions { Path = Path.GetFullPath(parsed.GetValue(catalog)!) };
                var anonymizer = new Anonymizer(
                    new DomainReader(CatalogLoader.Load(place.Path)),
                    Options.Create(place),
                    Options.Create(options)
                );
                var lines = new AnonymizedLines(anonymizer, parsed.GetValue(text), parsed.GetValue(explain) ? Console.Error : null);
                return await lines.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput(), stop).ConfigureAwait(false);
            }
        );
        return command;
    }
}
