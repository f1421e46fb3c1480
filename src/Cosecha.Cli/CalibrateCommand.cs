using System.CommandLine;
using System.Text.Json;
using Cosecha.Catalog;
using Cosecha.Labeling;

namespace Cosecha.Cli;

/// <summary><c>cosecha calibrate</c>: observes how new messages are labeled, and fits the confidence to what was observed.</summary>
internal static class CalibrateCommand
{
    private static readonly LabelJson s_indented = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var observe = new Option<bool>("--observe")
        {
            Description =
                "Read lines {\"id\",\"text\",\"label\"} with the right labels and write one observation each, instead of fitting.",
        };
        var catalog = new Option<string>("--catalog")
        {
            Description = "The catalog's folder.",
            DefaultValueFactory = _ => new CatalogOptions().Path,
        };
        var command = new Command("calibrate", "Reads observations and writes the catalog's calibration.json.") { observe, catalog };
        command.SetAction(
            async (parsed, stop) =>
            {
                await (parsed.GetValue(observe) ? ObserveAsync(Path.GetFullPath(parsed.GetValue(catalog)!), stop) : FitAsync(stop));
                return 0;
            }
        );
        return command;
    }

    private static async Task ObserveAsync(string folder, CancellationToken cancellationToken)
    {
        var catalog = CatalogLoader.Load(folder);
        var reader = new DomainReader(catalog);
        var labeler = new RuleLabeler(catalog, reader);
        await JsonLines.ConvertAsync(
            Console.OpenStandardInput(),
            Console.OpenStandardOutput(),
            LabelJson.Default.LabeledLine,
            LabelJson.Default.Observation,
            line => Task.FromResult(Observation.Of(line.Id, reader.ReadText(line.Text), line.Label with { Confidence = 1 }, labeler)),
            cancellationToken
        );
    }

    private static async Task FitAsync(CancellationToken cancellationToken)
    {
        var observations = new List<Observation>();
        await foreach (
            var observation in JsonLines.ReadAsync(Console.OpenStandardInput(), LabelJson.Default.Observation, cancellationToken)
        )
        {
            observations.Add(observation);
        }

        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(CalibrationFit.Fit(observations), s_indented.Calibration));
    }
}
