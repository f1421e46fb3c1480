using System.Text.Json;
using Cosecha.Datasets.Checks;

namespace Cosecha.Cli.Datasets;

/// <summary>A check for people to read.</summary>
internal sealed class CheckReport(FileCheck check, TextWriter output)
{
    private const int ShownPlaces = 10;
    private const int Width = 10;

    public async Task WriteAsync(string name)
    {
        var format = check.Format is { } known ? $"{known.ToString().ToLowerInvariant()} format" : "unknown format";
        var bom = check.Bom ? "with byte order mark" : "no byte order mark";
        await output.WriteLineAsync(
            $"{name}: {format}, {Wording.Count(check.Lines, "line")}, {Wording.Count(check.Examples, "good example")}, {Wording.Count(check.Bytes, "byte")}, {bom}"
        );
        await WriteFiguresAsync();
        await WriteFindingsAsync(Severity.Error, check.Errors);
        await WriteFindingsAsync(Severity.Warning, check.Warnings);
        await output.WriteLineAsync(check.IsClean ? "The services would take the file." : "The services would refuse the file.");
    }

    private async Task WriteFiguresAsync()
    {
        if (check.Examples == 0)
        {
            return;
        }

        await output.WriteLineAsync($"  {"an example has", -18}{Row("min", "p5", "median", "mean", "p95", "max")}");
        await WriteRowAsync("messages", check.MessagesPerExample!);
        await WriteRowAsync("tokens", check.Tokens.PerExample!);
        await WriteRowAsync("assistant tokens", check.Tokens.AssistantPerExample!);
        await output.WriteLineAsync(
            $"  Tokens: {Wording.Number(check.Tokens.Total)} in all, {Wording.Number(check.Tokens.AssistantTotal)} of them the assistant's; {check.Tokens.Model} takes {Wording.Number(check.Tokens.Limit)} an example"
        );
        await output.WriteLineAsync(
            $"  Training: {Wording.Count(check.Training.Epochs, "epoch")} of {Wording.Number(check.Training.TokensPerEpoch)} tokens, about {Wording.Number(check.Training.BilledTokens)} billed"
        );
    }

    private Task WriteRowAsync(string name, Distribution figures)
    {
        double[] values = [figures.Min, figures.P5, figures.Median, figures.Mean, figures.P95, figures.Max];
        return output.WriteLineAsync($"  {name, -18}{Row([.. values.Select(Wording.Number)])}");
    }

    private static string Row(params string[] cells) => string.Concat(cells.Select(cell => cell.PadLeft(Width)));

    private async Task WriteFindingsAsync(Severity severity, long count)
    {
        if (count == 0)
        {
            return;
        }

        await output.WriteLineAsync($"{Wording.Count(count, severity.ToString().ToLowerInvariant())}:");
        foreach (var (code, times) in check.Counts.Where(c => FindingCodes.SeverityOf(c.Key) == severity).OrderBy(c => c.Key))
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
            await output.WriteLineAsync($"{Wording.Number(times), Width}  {name}: {FindingCodes.Describe(code)}");
            if (Places(code, times) is { Length: > 0 } places)
            {
                await output.WriteLineAsync($"{"", Width}  {places}");
            }
        }
    }

    private string Places(FindingCode code, long times)
    {
        var places = check.Findings.Where(f => f.Code == code && f.Line is not null).Take(ShownPlaces).Select(Place).ToList();
        var rest = places.Count == 0 ? 0 : times - places.Count;
        return string.Join("; ", rest > 0 ? places.Append($"{Wording.Number(rest)} more") : places);
    }

    private static string Place(Finding finding) =>
        finding.Message is { } message ? $"line {finding.Line}, message {message}" : $"line {finding.Line}";
}
