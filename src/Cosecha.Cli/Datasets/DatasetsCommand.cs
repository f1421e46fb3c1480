using System.CommandLine;

namespace Cosecha.Cli.Datasets;

/// <summary><c>cosecha datasets</c>: looks at data set versions and fine-tuning files.</summary>
internal static class DatasetsCommand
{
    public static Command Create() =>
        new("datasets", "Check fine-tuning files; list, show and compare data set versions.")
        {
            CheckCommand.Create(),
            ListCommand.Create(),
            ShowCommand.Create(),
            DiffCommand.Create(),
        };
}
