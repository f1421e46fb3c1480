using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Cosecha.Telemetry;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Cosecha.Functions.Telemetry;

/// <summary>The places that the settings name.</summary>
/// <param name="AzureMonitor">Connection string of Application Insights; null for none.</param>
/// <param name="Credential">Who the app is there; null where the connection string is enough.</param>
/// <param name="Otlp">Whether there is a collector; its exporter reads the rest of <c>OTEL_EXPORTER_OTLP_*</c> itself.</param>
/// <param name="Console">Whether all of it is written to standard output.</param>
internal sealed record Exporters(string? AzureMonitor, TokenCredential? Credential, bool Otlp, bool Console)
{
    /// <summary>Whether there is any.</summary>
    public bool Any => AzureMonitor is not null || Otlp || Console;

    /// <summary>Reads the settings.</summary>
    public static Exporters Of(IConfiguration settings, bool console)
    {
        // What cannot be used is left out: the validation of the settings tells of it and ends the app.
        return new(
            TelemetryValidation.AzureMonitor(settings),
            CredentialOf(settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]),
            TelemetryValidation.Otlp(settings) is not null,
            console
        );
    }

    /// <summary>Sends spans there.</summary>
    public void AddTo(TracerProviderBuilder tracing)
    {
        _ = AzureMonitor is null ? tracing : tracing.AddAzureMonitorTraceExporter(Configure);
        _ = Otlp ? tracing.AddOtlpExporter() : tracing;
        _ = Console ? tracing.AddConsoleExporter() : tracing;
    }

    /// <summary>Sends figures there.</summary>
    public void AddTo(MeterProviderBuilder metrics)
    {
        _ = AzureMonitor is null ? metrics : metrics.AddAzureMonitorMetricExporter(Configure);
        _ = Otlp ? metrics.AddOtlpExporter() : metrics;
        _ = Console ? metrics.AddConsoleExporter() : metrics;
    }

    /// <summary>Sends logs there.</summary>
    public void AddTo(LoggerProviderBuilder logs)
    {
        _ = AzureMonitor is null ? logs : logs.AddAzureMonitorLogExporter(Configure);
        _ = Otlp ? logs.AddOtlpExporter() : logs;
        _ = Console ? logs.AddConsoleExporter() : logs;
    }

    /// <summary>The form that the Functions host takes too: <c>Authorization=AAD;ClientId=...</c>.</summary>
    private static ManagedIdentityCredential? CredentialOf(string? text)
    {
        var parts = (text ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2)
            .DistinctBy(p => p[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        if (!"AAD".Equals(parts.GetValueOrDefault("Authorization"), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return new(
            parts.GetValueOrDefault("ClientId") is { Length: > 0 } clientId
                ? ManagedIdentityId.FromUserAssignedClientId(clientId)
                : ManagedIdentityId.SystemAssigned
        );
    }

    private void Configure(AzureMonitorExporterOptions options)
    {
        options.ConnectionString = AzureMonitor;
        options.Credential = Credential;
        // Logs of a trace that is left out are kept.
        options.EnableTraceBasedLogsSampler = false;
        // Each would be a row a minute of every instance, and nothing asks for them.
        options.EnablePerformanceCounters = false;
        options.EnableStandardMetrics = false;
    }
}
