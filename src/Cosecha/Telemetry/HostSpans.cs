using Microsoft.Extensions.Configuration;

namespace Cosecha.Telemetry;

/// <summary>
/// Whether the Azure Functions host around the app has been told to keep its own spans to itself: they hold the addresses of requests, and so user
/// ids (docs/telemetry.md). The app cannot clean them, only notice.
/// </summary>
public sealed class HostSpans(IConfiguration settings)
{
    private const string Leak = "The Functions host sends spans with the addresses of requests, user ids included: set";

    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";
    private const string ShareSetting = "OTEL_TRACES_SAMPLER_ARG";

    /// <summary>The setting by which the Functions host tells a worker where it is.</summary>
    private const string HostSetting = "Functions:Worker:HostEndpoint";

    /// <summary>What is wrong, and what mends it; null when nothing leaks.</summary>
    public string? Problem
    {
        get
        {
            var (insights, collector) = (Has(TelemetryOptions.AzureMonitorSetting), Has(TelemetryOptions.OtlpSetting));
            if (!Has(HostSetting) || (!insights && !collector))
            {
                return null;
            }

            // Exporters of the host to Application Insights know the second alone.
            var silent = (settings[SamplerSetting], settings[ShareSetting]) switch
            {
                ("always_off", _) => !insights,
                ("microsoft.fixed_percentage", "0") => true,
                _ => false,
            };
            return silent ? null
                : insights ? $"{Leak} {SamplerSetting}=microsoft.fixed_percentage and {ShareSetting}=0."
                : $"{Leak} {SamplerSetting}=always_off.";
        }
    }

    private bool Has(string setting) => !string.IsNullOrEmpty(settings[setting]);
}
