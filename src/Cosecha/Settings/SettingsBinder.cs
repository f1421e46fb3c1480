using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Settings;

/// <summary>
/// Reads a section of the settings into its options class, setting by setting: unlike the framework's binder, which throws at the first text that
/// is no number or time, it goes on, so that an operator hears of everything at once.
/// </summary>
public static class SettingsBinder
{
    /// <summary>Reads a section; a setting that cannot be read keeps its default, since <see cref="SettingsValidation{T}"/> tells of it.</summary>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new T();
        Bind(options, configuration.GetSection(section));
        return options;
    }

    /// <summary>As <see cref="Read{T}"/>, into options that are there.</summary>
    public static void Bind(object options, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var (property, setting) in Present(options.GetType(), section))
        {
            if (!Unreadable(property.PropertyType, setting).Any() && setting.Get(property.PropertyType) is { } value)
            {
                property.SetValue(options, value);
            }
        }
    }

    /// <summary>A sentence for every setting of a section that cannot be read; without its text, which may be a secret.</summary>
    public static IEnumerable<string> Problems(Type options, IConfigurationSection section) =>
        from present in Present(options, section)
        from setting in Unreadable(present.Property.PropertyType, present.Setting)
        let isEntry = setting.Path != present.Setting.Path
        select $"{NameOf(setting)} must be {(isEntry ? SettingForm.OfEntry(present.Property) : SettingForm.Of(present.Property))}.";

    private static IEnumerable<(PropertyInfo Property, IConfigurationSection Setting)> Present(
        Type options,
        IConfigurationSection section
    ) =>
        from property in options.GetProperties()
        where property.CanWrite
        let setting = section.GetSection(property.Name)
        where setting.Exists()
        select (property, setting);

    private static IEnumerable<IConfigurationSection> Unreadable(Type type, IConfigurationSection setting)
    {
        if (SettingForm.ElementOf(type) is { } element)
        {
            return string.IsNullOrEmpty(setting.Value) ? setting.GetChildren().SelectMany(child => Unreadable(element, child)) : [setting];
        }

        return IsReadable(type, setting) ? [] : [setting];
    }

    private static bool IsReadable(Type type, IConfigurationSection setting)
    {
        try
        {
            // An enum takes any number for a value.
            return setting.Get(type) is not Enum value || Enum.IsDefined(value.GetType(), value);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string NameOf(IConfigurationSection setting) =>
        setting.Path.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal);
}
