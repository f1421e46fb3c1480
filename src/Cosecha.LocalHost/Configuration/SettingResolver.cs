using System.Text.RegularExpressions;
using Cosecha.Settings;

namespace Cosecha.LocalHost.Configuration;

/// <summary>Replaces <c>%Name%</c> in attributes by settings.</summary>
internal sealed partial class SettingResolver(IConfiguration settings, string root)
{
    /// <summary>All settings.</summary>
    public IConfiguration Settings => settings;

    /// <summary>The value of a setting, named as in an environment variable (<c>A__B</c>) or as a section (<c>A:B</c>).</summary>
    public string? Find(string name) =>
        settings[name] ?? settings[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)];

    /// <summary>Replaces every <c>%Name%</c> in <paramref name="text"/>.</summary>
    /// <param name="text">The text of an attribute.</param>
    /// <param name="usedBy">Who needs it, for the message, such as <c>[TimerTrigger] of function Export</c>.</param>
    public string Resolve(string text, string usedBy) =>
        Placeholder()
            .Replace(
                text,
                match =>
                {
                    var name = match.Groups["name"].Value;
                    // The Azure Functions host resolves A:B in an attribute, and A__B not (azure-functions-host, issue 10246).
                    if (name.Contains("__", StringComparison.Ordinal))
                        throw new HostConfigurationException($"{usedBy}: name the nested setting with a colon, not as %{name}%.");
                    return settings[name] ?? throw Missing(name, usedBy);
                }
            );

    /// <summary>The problem that a setting is missing, saying where to put it.</summary>
    public HostConfigurationException Missing(string name, string usedBy) =>
        new(
            $"{Path.Combine(root, SettingsFile.Name)}: Values lacks \"{name.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal)}\", "
                + $"which {usedBy} needs; add it there or as an environment variable."
        );

    [GeneratedRegex("%(?<name>[^%]+)%")]
    private static partial Regex Placeholder();
}
