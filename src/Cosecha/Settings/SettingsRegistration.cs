using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cosecha.Settings;

/// <summary>Registers sections.</summary>
public static class SettingsRegistration
{
    /// <summary>Registers a section: it is read by <see cref="SettingsBinder"/>, and <see cref="SettingsValidation{T}"/> checks it when the app starts.</summary>
    public static OptionsBuilder<T> AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(T)));
        services.AddSingleton<IValidateOptions<T>>(p => new SettingsValidation<T>(section, p.GetRequiredService<IConfiguration>()));
        return services
            .AddOptions<T>()
            .Configure<IConfiguration>((options, configuration) => SettingsBinder.Bind(options, configuration.GetSection(section)))
            .ValidateOnStart();
    }
}
