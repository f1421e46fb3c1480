using Cosecha.Ai;
using Cosecha.Azure;
using Cosecha.Azure.OpenAI;
using Cosecha.Settings;
using Cosecha.Telemetry;
using Microsoft.Extensions.Options;

namespace Cosecha.Cli.Doctor;

/// <summary>The language model: asked for nothing, in the way of every question.</summary>
internal sealed class ModelCheck(DoctorSettings settings) : ICheck
{
    private const string Check = "language model";

    private static readonly IReadOnlyList<string> s_keys =
    [
        .. new[] { nameof(AiOptions.Endpoint), nameof(AiOptions.Model), nameof(AiOptions.Key) }.Select(name =>
            $"{AiOptions.Section}:{name}"
        ),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.InVault.FirstOrDefault(key => s_keys.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } key)
        {
            return
            [
                new(
                    Verdict.Warn,
                    Check,
                    $"not asked: {DoctorSettings.NameOf(key)} is in the key vault, where only the app reads it; --url asks the app"
                ),
            ];
        }

        var ai = SettingsBinder.Read<AiOptions>(settings.Configuration, AiOptions.Section);
        return
        [
            ai.IsConfigured
                ? await LookAsync(ai, cancellationToken)
                : new(Verdict.Ok, Check, "none: labels come from rules, and no text leaves the app"),
        ];
    }

    private async Task<Finding> LookAsync(AiOptions ai, CancellationToken cancellationToken)
    {
        if (new SettingsValidation<AiOptions>(AiOptions.Section, settings.Configuration).Validate(null, ai).Failed)
        {
            return new(Verdict.Warn, Check, "not asked: its settings are wrong, see above");
        }

        if (ai is { Service: AiService.AzureOpenAI, Key.Length: 0 })
        {
            return new(
                Verdict.Warn,
                Check,
                "not asked: only the app has the identity that Azure OpenAI knows; --url asks the app",
                Assign(ai)
            );
        }

        try
        {
            await AskAsync(ai, cancellationToken);
            return new(Verdict.Ok, Check, $"{ai.Model} answers");
        }
        catch (AiUnavailableException problem)
        {
            return new(Verdict.Fail, Check, problem.Message, Mend(problem.Status, ai));
        }
    }

    private async Task AskAsync(AiOptions ai, CancellationToken cancellationToken)
    {
        using var client = ChatClients.Create(ai, settings.Configuration);
        using var meters = new Meters();
        using var metrics = new PipelineMetrics(meters, TimeProvider.System);
        using var chat = new StructuredChat(client, Options.Create(ai), metrics, new AiStatus(), TimeProvider.System);
        await chat.CheckAsync(cancellationToken);
    }

    private string Assign(AiOptions ai)
    {
        var identity = settings.Configuration[$"{StorageAccount.Setting}:clientId"] is { Length: > 0 } id ? id : "IDENTITY";
        return $"az role assignment create --role \"Cognitive Services OpenAI User\" --assignee {identity} "
            + $"--scope \"$(az cognitiveservices account show --name {NameOf(ai)} --resource-group GROUP --query id --output tsv)\"";
    }

    private static string Mend(int status, AiOptions ai) =>
        (status, ai.Service) switch
        {
            (0, _) => $"curl -sS -o /dev/null -w '%{{http_code}}\\n' {ai.Endpoint}",
            (401 or 403, AiService.AzureOpenAI) => $"az cognitiveservices account keys list --name {NameOf(ai)} --resource-group GROUP",
            (404, AiService.AzureOpenAI) =>
                $"az cognitiveservices account deployment list --name {NameOf(ai)} --resource-group GROUP --output table",
            (401 or 403, _) => "make a key where the service is run, and put it into Ai__Key",
            (404, _) => $"curl -sS {ai.Endpoint.TrimEnd('/')}/models -H \"Authorization: Bearer $Ai__Key\"",
            _ => "docs/labeling.md tells what the model has to take; a quota that is used up comes back by itself",
        };

    private static string NameOf(AiOptions ai) => new Uri(ai.Endpoint).Host.Split('.')[0];
}
