namespace Cosecha.Settings;

/// <summary>A section of the settings and the options class that it fills: what is registered can be asked for.</summary>
/// <param name="Name">The section's name, such as <c>Ai</c>.</param>
/// <param name="Options">The options class; a setting for each property that can be written.</param>
public sealed record SettingsSection(string Name, Type Options);
