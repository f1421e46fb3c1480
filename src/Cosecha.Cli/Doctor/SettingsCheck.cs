using Cosecha.Azure;
using Cosecha.Consent;
using Cosecha.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NCrontab;

namespace Cosecha.Cli.Doctor;

/// <summary>The settings as the app checks them at its start, and what it does not see: slips in names, and what the plan refuses.</summary>
internal sealed class SettingsCheck(DoctorSettings settings) : ICheck
{
    private const string Check = "settings";
    private const string Schedule = "Export__Schedule";

    private static readonly IReadOnlyList<string> s_others =
    [
        Schedule,
        StorageAccount.Setting,
        "FUNCTIONS_WORKER_RUNTIME",
        "AZURE_FUNCTIONS_ENVIRONMENT",
    ];

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        using var options = settings.Options();
        var wrong = Wrong(options).Concat(WrongSchedule()).Where(finding => !settings.IsOfVault(finding.Seen));
        IReadOnlyList<Finding> findings = [.. wrong, .. Unknown(options), .. Refused()];
        return Task.FromResult<IReadOnlyList<Finding>>(
            findings.Count > 0 ? findings : [new(Verdict.Ok, Check, $"all are good ({Source}){Vault}")]
        );
    }

    private string Source =>
        settings.IsOfAzure ? settings.Name
        : File.Exists(settings.Path) ? $"{settings.Name} and the environment"
        : "the environment; there is no file";

    private string Vault =>
        settings.InVault.Count == 0
            ? ""
            : $"; in the key vault, where the app reads them: {string.Join(", ", settings.InVault.Select(DoctorSettings.NameOf))}";

    private string HowToChange =>
        $"{(settings.IsOfAzure ? settings.HowToSet("NAME", "VALUE") : $"edit {settings.Name}")}; docs/settings.md tells what each setting may be";

    /// <summary>What the app would end with; the pseudonym key has a check of its own.</summary>
    private IEnumerable<Finding> Wrong(ServiceProvider options) =>
        Problems(options)
            .Where(problem => problem.OptionsType != typeof(PseudonymOptions))
            .SelectMany(problem => problem.Failures)
            .Select(failure => new Finding(Verdict.Fail, Check, failure, HowToChange));

    private static IEnumerable<OptionsValidationException> Problems(ServiceProvider options)
    {
        try
        {
            options.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException one)
        {
            return [one];
        }
        catch (AggregateException several)
        {
            return several.InnerExceptions.Cast<OptionsValidationException>();
        }
    }

    /// <summary>The one setting that only the host reads.</summary>
    private IEnumerable<Finding> WrongSchedule()
    {
        var text = settings.Configuration[Key(Schedule)];
        var add = settings.IsOfAzure
            ? "azd env set EXPORT_SCHEDULE '0 0 7 * * *', then azd provision; for every day at 07:00 UTC"
            : $"{settings.HowToSet(Schedule, "0 0 7 * * *")}, for every day at 07:00 UTC";
        if (string.IsNullOrWhiteSpace(text))
        {
            var copy = $"cp local.settings.sample.json {SettingsFile.Name}, or ./run, which does that";
            yield return new(
                Verdict.Fail,
                Check,
                $"{Schedule} is not set: the export has no time",
                File.Exists(settings.Path) ? add : copy
            );
        }
        else if (CrontabSchedule.TryParse(text, new() { IncludingSeconds = true }) is null)
        {
            yield return new(Verdict.Fail, Check, $"{Schedule} is not an NCRONTAB schedule of six fields", add);
        }
    }

    private IEnumerable<Finding> Unknown(ServiceProvider options) =>
        new UnknownSettings(options.GetServices<SettingsSection>(), s_others)
            .Find(settings.Configuration)
            .Select(slip => new Finding(
                Verdict.Warn,
                Check,
                $"{slip.Name} is no setting: nobody reads it",
                $"did you mean {slip.Nearest}? {(settings.IsOfAzure ? Delete(slip.Name) : $"Rename it in {settings.Name} or the environment, or take it out")}"
            ));

    /// <summary>A file of the app in Azure names its plan's settings; on a laptop they do no harm.</summary>
    private IEnumerable<Finding> Refused() =>
        settings.IsOfAzure
            ? FlexConsumption
                .RefusedSettings.Where(name => settings.Configuration[Key(name)] is not null)
                .Select(name => new Finding(Verdict.Warn, Check, $"{name} is not for Flex Consumption", Delete(name)))
            : [];

    private static string Delete(string name) =>
        $"az functionapp config appsettings delete --name APP --resource-group GROUP --setting-names {name}";

    private static string Key(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
