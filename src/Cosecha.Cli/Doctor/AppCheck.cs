using System.Net.Http.Json;
using System.Text.Json;
using Cosecha.Cli.Client;

namespace Cosecha.Cli.Doctor;

/// <summary>The running app: what it says of its own health.</summary>
internal sealed class AppCheck(HttpClient http) : ICheck
{
    private const string Check = "app";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync("api/health", cancellationToken);
            var health = await answer.Content.ReadFromJsonAsync(ClientJson.Default.HealthAnswer, cancellationToken);
            List<Finding> findings =
            [
                .. health?.Checks?.Where(check => check.Status != "healthy").Select(Describe) ?? [Unexpected((int)answer.StatusCode)],
            ];
            return findings.Count > 0 ? findings : [new(Verdict.Ok, Check, $"{http.BaseAddress} is healthy")];
        }
        catch (JsonException)
        {
            return [Unexpected(0)];
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return
            [
                new(
                    Verdict.Fail,
                    Check,
                    $"{http.BaseAddress} does not answer",
                    "./run; in Azure: az functionapp start --name APP --resource-group GROUP, and its log stream"
                ),
            ];
        }
    }

    private static Finding Describe(HealthFinding check) =>
        new(
            check.Status == "unhealthy" ? Verdict.Fail : Verdict.Warn,
            Check,
            $"{check.Name}: {check.Detail}",
            "docs/operations.md, \"Is it well?\", tells what each check means"
        );

    private Finding Unexpected(int status) =>
        new(
            Verdict.Fail,
            Check,
            $"{http.BaseAddress} does not answer as Cosecha does{(status > 0 ? $" ({status})" : "")}",
            "give the app's address to --url; in Azure: az functionapp show --name APP --resource-group GROUP --query defaultHostName"
        );
}
