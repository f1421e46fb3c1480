using Cosecha.Cli.Client;

namespace Cosecha.Cli.Datasets;

/// <summary>A data set version in a few lines.</summary>
internal static class ExportSummary
{
    public static async Task WriteAsync(ExportAnswer export, TextWriter output)
    {
        await output.WriteLineAsync($"Data set {export.Version}: {export.Train} training and {export.Valid} validation examples");
        await output.WriteLineAsync($"  from {export.Messages} stored messages; left out: {Wording.Listed(export.Excluded)}");
        foreach (var warning in export.Warnings)
        {
            await output.WriteLineAsync($"  Warning: {warning}");
        }
    }
}
