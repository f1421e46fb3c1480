using Cosecha.Access;
using Cosecha.Ai;
using Cosecha.Anonymization;
using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.FineTuning;
using Cosecha.Labeling;
using Cosecha.Quality;
using Cosecha.Retention;
using Cosecha.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cosecha.Settings;

/// <summary>All sections of the app's settings and the rules between them: the same at the start of every host and for <c>cosecha doctor</c>.</summary>
public static class AppSettings
{
    private const string NoModel = "set Ai__Endpoint and Ai__Model.";

    /// <summary>Registers them; they need a configuration and a host environment among the services.</summary>
    public static IServiceCollection AddAppSettings(this IServiceCollection services)
    {
        services.AddSettings<CatalogOptions>(CatalogOptions.Section);
        services.AddSettings<PseudonymOptions>(PseudonymOptions.Section);
        services.AddSingleton<IValidateOptions<PseudonymOptions>, PseudonymValidation>();
        services.AddSettings<QualityOptions>(QualityOptions.Section);
        services.AddSettings<AiOptions>(AiOptions.Section);
        services.AddSettings<RetentionOptions>(RetentionOptions.Section);
        services.AddSettings<AccessOptions>(AccessOptions.Section);
        services.AddSettings<TelemetryOptions>(TelemetryOptions.Section);
        services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryValidation>();
        services.AddSettings<LabelingOptions>(LabelingOptions.Section);
        services.AddSingleton<IValidateOptions<LabelingOptions>>(Labeling);
        services
            .AddSettings<ExportOptions>(ExportOptions.Section)
            .PostConfigure<IConfiguration>(
                (export, settings) => export.Bom ??= Ai(settings) is { IsConfigured: true, Service: AiService.AzureOpenAI }
            );
        return services.AddUsersOfTheModel();
    }

    private static IServiceCollection AddUsersOfTheModel(this IServiceCollection services)
    {
        services
            .AddSettings<AnonymizationOptions>(AnonymizationOptions.Section)
            .Validate<IConfiguration>(
                (anonymization, settings) => !anonymization.SecondOpinion || Ai(settings).IsConfigured,
                $"Anonymization__SecondOpinion is true, but there is no model to ask: {NoModel}"
            );
        services
            .AddSettings<FineTuneOptions>(FineTuneOptions.Section)
            .Validate<IConfiguration>(
                (fineTune, settings) => fineTune.BaseModel.Length == 0 || Ai(settings).IsConfigured,
                $"FineTune__BaseModel is set, but there is no service to train it: {NoModel}"
            );
        return services;
    }

    // Read, not asked for: a section that is wrong itself would be told of twice, and hide what else is wrong.
    private static AiOptions Ai(IConfiguration settings) => SettingsBinder.Read<AiOptions>(settings, AiOptions.Section);

    private static LabelingValidation Labeling(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IConfiguration>();
        return new(Options.Create(Ai(settings)), Options.Create(SettingsBinder.Read<CatalogOptions>(settings, CatalogOptions.Section)));
    }
}
