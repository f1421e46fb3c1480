using Cosecha.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cosecha.Cli;

/// <summary>The app's settings as far as the environment holds them, checked as the app checks them at its start.</summary>
internal sealed class EnvironmentSettings
{
    /// <summary>The environment.</summary>
    public IConfiguration Configuration { get; } = new ConfigurationBuilder().AddEnvironmentVariables().Build();

    /// <summary>Reads a section.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public IOptions<T> Read<T>(string section)
        where T : class, new()
    {
        var options = Check(SettingsBinder.Read<T>(Configuration, section), new SettingsValidation<T>(section, Configuration));
        return Options.Create(options);
    }

    /// <summary>Checks options by a rule about several sections.</summary>
    /// <exception cref="OptionsValidationException">They do not hold to it.</exception>
    public static T Check<T>(T options, IValidateOptions<T> rule)
        where T : class
    {
        var result = rule.Validate(Options.DefaultName, options);
        return result.Failed ? throw new OptionsValidationException(Options.DefaultName, typeof(T), result.Failures) : options;
    }
}
