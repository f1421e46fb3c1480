using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cosecha.Telemetry;

/// <summary>Checks the settings of others that say where telemetry goes: their libraries would end the app without naming them, or send nowhere.</summary>
public sealed partial class TelemetryValidation(IConfiguration settings) : IValidateOptions<TelemetryOptions>
{
    /// <summary>The connection string of Application Insights; null where there is none, or none that can be used.</summary>
    public static string? AzureMonitor(IConfiguration settings) =>
        Usable(settings, TelemetryOptions.AzureMonitorSetting, IsConnectionString);

    /// <summary>The collector's address; null where there is none, or none that can be used.</summary>
    public static string? Otlp(IConfiguration settings) => Usable(settings, TelemetryOptions.OtlpSetting, IsAddress);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var problems = new List<string>();
        if (IsSet(TelemetryOptions.AzureMonitorSetting) && AzureMonitor(settings) is null)
        {
            problems.Add($"{TelemetryOptions.AzureMonitorSetting} must be a connection string with InstrumentationKey=, or empty.");
        }

        if (IsSet(TelemetryOptions.OtlpSetting) && Otlp(settings) is null)
        {
            problems.Add($"{TelemetryOptions.OtlpSetting} must be an address such as http://localhost:4317, or empty.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private bool IsSet(string setting) => !string.IsNullOrEmpty(settings[setting]);

    private static string? Usable(IConfiguration settings, string setting, Func<string, bool> isUsable) =>
        settings[setting] is { Length: > 0 } text && isUsable(text) ? text : null;

    private static bool IsConnectionString(string text) => InstrumentationKey().IsMatch(text);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https");

    [GeneratedRegex(@"(^|;)\s*InstrumentationKey\s*=\s*[^;\s]", RegexOptions.IgnoreCase)]
    private static partial Regex InstrumentationKey();
}
