using System.CommandLine;
using System.Text.Json;
using Cosecha.Cli.Client;

namespace Cosecha.Cli.Datasets;

/// <summary><c>cosecha datasets show</c>: what the manifest of a data set version says.</summary>
internal static class ShowCommand
{
    private static readonly string[] s_shownAbove = ["messages", "examples", "train", "valid", "excluded"];

    public static Command Create()
    {
        var service = new ServiceOptions();
        var version = VersionArgument.Create("version");
        var command = new Command("show", "Show what is in a data set version.") { version, service.Url, service.Key };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var http = service.Connect(parsed);
                var client = new CosechaClient(http);
                var name = await VersionArgument.ResolveAsync(parsed.GetValue(version)!, client, cancellationToken);
                await WriteAsync(await client.GetManifestAsync(name, cancellationToken), Console.Out);
                return 0;
            }
        );
        return command;
    }

    private static async Task WriteAsync(JsonElement manifest, TextWriter output)
    {
        var known = manifest.Deserialize(ClientJson.Default.ExportAnswer)!;
        await ExportSummary.WriteAsync(known, output);
        await output.WriteLineAsync($"  made {Wording.Time(known.CreatedAt)}");
        foreach (var erased in known.Erased)
        {
            await output.WriteLineAsync($"  erased {Wording.Time(erased.At)}: {Wording.Count(erased.Lines, "line")}");
        }

        foreach (var file in known.Files)
        {
            await output.WriteLineAsync(
                $"  {file.Name, -24}{Wording.Count(file.Lines, "line"), 16}{Wording.Count(file.Bytes, "byte"), 20}"
            );
        }

        foreach (var (name, value) in ManifestFigures.Of(manifest).Where(f => !s_shownAbove.Contains(f.Key.Split('.')[0])))
        {
            await output.WriteLineAsync($"  {name, -40}{Wording.Number(value), 12}");
        }
    }
}
