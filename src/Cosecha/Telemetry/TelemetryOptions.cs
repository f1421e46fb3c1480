using System.ComponentModel.DataAnnotations;

namespace Cosecha.Telemetry;

/// <summary>
/// Settings of the telemetry, section <c>Telemetry</c>. Where it goes is also said by settings that others know: <see cref="AzureMonitorSetting"/>
/// and <see cref="OtlpSetting"/>. Without any of the three, nothing is collected.
/// </summary>
public sealed class TelemetryOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Telemetry";

    /// <summary>Connection string of Application Insights.</summary>
    public const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Address of an OpenTelemetry collector.</summary>
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Whether spans, figures and logs are written to standard output: for development.</summary>
    public bool Console { get; set; }

    /// <summary>The share of traces that is kept, each whole. Figures and logs do not depend on it.</summary>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; set; } = 1;
}
