using System.CommandLine;
using System.Text.Json;
using Cosecha.Datasets;
using Cosecha.Datasets.Checks;

namespace Cosecha.Cli.Datasets;

/// <summary><c>cosecha datasets check</c>: the checks of the fine-tuning services on any file.</summary>
internal static class CheckCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The JSONL file; - reads standard input." };
        var model = new Option<string>("--model")
        {
            Description = "The model that is to be trained, for token counts and limit.",
            DefaultValueFactory = _ => FineTuneModel.Default.Name,
        };
        model.Validators.Add(result =>
        {
            if (FineTuneModel.Find(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError($"--model must be one of {string.Join(", ", FineTuneModel.All.Select(m => m.Name))}; a date may follow.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Write the whole report as JSON." };
        var command = new Command("check", "Check a file as the fine-tuning services do. Exit code 1 when they would refuse it.")
        {
            file,
            model,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetValue(file)!;
                var check = await CheckAsync(path, FineTuneModel.Find(parsed.GetValue(model)!)!, cancellationToken);
                if (parsed.GetValue(json))
                {
                    await Console.Out.WriteLineAsync(JsonSerializer.Serialize(check, DatasetJson.Indented.FileCheck));
                }
                else
                {
                    await new CheckReport(check, Console.Out).WriteAsync(path == StandardInput ? "Standard input" : path);
                }

                return check.IsClean ? 0 : 1;
            }
        );
        return command;
    }

    private static async Task<FileCheck> CheckAsync(string path, FineTuneModel model, CancellationToken cancellationToken)
    {
        await using var content = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        return await new DatasetChecker(model).CheckAsync(content, cancellationToken);
    }
}
