using System.CommandLine;
using System.Text.Json;

namespace Cosecha.Cli.Doctor;

/// <summary><c>cosecha doctor</c>: looks at all that the app needs, and says what is wrong and what mends it.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string?> s_file = new("--settings")
    {
        Description =
            "The settings: a local.settings.json, or what `az functionapp config appsettings list` printed. Default: local.settings.json of this "
            + "folder. Environment variables win over a local.settings.json.",
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "Write the findings as JSON." };

    public static Command Create()
    {
        var service = new ServiceOptions();
        // Nothing is asked unless it is named.
        service.Url.DefaultValueFactory = null;
        service.Url.Description = "A running Cosecha, to be asked for its health too.";
        var command = new Command("doctor", "Check all that the app needs, and say what mends it. Exit code 1 when something fails.")
        {
            s_file,
            service.Url,
            service.Key,
            s_json,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(service, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ServiceOptions service, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var http = parsed.GetValue(service.Url) is not null ? service.Connect(parsed) : null;
        var checks = Checks(DoctorSettings.Read(parsed.GetValue(s_file)), http);
        return await RunAsync(checks, parsed.GetValue(s_json), Console.Out, cancellationToken);
    }

    private static IEnumerable<ICheck> Checks(DoctorSettings settings, HttpClient? http) =>
        [
            new SettingsCheck(settings),
            new PseudonymCheck(settings),
            new CatalogCheck(settings),
            new WorkerCheck(settings),
            new StorageCheck(settings),
            new HostCheck(settings),
            new QueueCheck(settings, http?.BaseAddress),
            new ClockCheck(settings, TimeProvider.System),
            new ModelCheck(settings),
            .. http is null ? Array.Empty<ICheck>() : [new AppCheck(http)],
        ];

    private static async Task<int> RunAsync(IEnumerable<ICheck> checks, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var all = new List<Finding>();
        foreach (var check in checks)
        {
            foreach (var finding in await check.RunAsync(cancellationToken))
            {
                all.Add(finding);
                await (json ? Task.CompletedTask : WriteAsync(finding, output));
            }
        }

        await (json ? output.WriteLineAsync(JsonSerializer.Serialize(all, DoctorJson.Default.ListFinding)) : Task.CompletedTask);
        return all.Exists(finding => finding.Verdict == Verdict.Fail) ? 1 : 0;
    }

    private static async Task WriteAsync(Finding finding, TextWriter output)
    {
        var verdict =
            finding.Verdict == Verdict.Fail ? "FAIL"
            : finding.Verdict == Verdict.Warn ? "warn"
            : "ok";
        await output.WriteLineAsync($"{verdict, -4}  {finding.Check}: {finding.Seen}");
        if (finding.Mend is { } mend)
        {
            await output.WriteLineAsync($"      -> {mend}");
        }
    }
}
