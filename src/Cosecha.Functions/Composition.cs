using Cosecha.Access;
using Cosecha.Ai;
using Cosecha.Anonymization;
using Cosecha.Audit;
using Cosecha.Azure;
using Cosecha.Azure.Blobs;
using Cosecha.Azure.OpenAI;
using Cosecha.Azure.Queues;
using Cosecha.Azure.Tables;
using Cosecha.Capture;
using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.Datasets.Cleaning;
using Cosecha.Datasets.Reading;
using Cosecha.Erasure;
using Cosecha.Failures;
using Cosecha.Filtering;
using Cosecha.FineTuning;
using Cosecha.Functions.Api;
using Cosecha.Functions.Telemetry;
using Cosecha.Health;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Quality;
using Cosecha.Retention;
using Cosecha.Settings;
using Cosecha.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cosecha.Functions;

/// <summary>What the app is made of; one method for every host.</summary>
public static class Composition
{
    /// <summary>Registers the core, the storage behind it and the settings' validation.</summary>
    public static IHostApplicationBuilder AddCosecha(this IHostApplicationBuilder builder)
    {
        if (DevelopmentMachine.Is(builder.Configuration))
        {
            builder.Environment.EnvironmentName = Environments.Development;
        }

        builder.Services.TryAddSingleton(TimeProvider.System);
        // Request logs carry paths, and the path of a consent carries a user id.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddAppSettings();
        AddStorage(builder.Services);
        AddStages(builder.Services);
        AddAccess(builder.Services);
        AddAi(builder);
        TelemetryComposition.AddTo(builder);
        return builder;
    }

    private static void AddStorage(IServiceCollection services)
    {
        services.AddSingleton<StorageAccount>();
        services.AddSingleton<IConsentStore, ConsentStore>();
        services.AddSingleton<IMessageStore, MessageStore>();
        services.AddSingleton<IExpiredMessages, ExpiredMessages>();
        services.AddSingleton<IRedactionScopes, RedactionScopes>();
        services.AddSingleton<ICapturedQueue, CapturedQueue>();
        services.AddSingleton<IPoisonQueues, PoisonQueue>();
        services.AddSingleton<IWaitingQueue, WaitingQueue>();
        services.AddSingleton<IFailureStore, FailureStore>();
        services.AddSingleton<IFaults, ServiceFaults>();
        services.AddSingleton<ICounterStore, CounterStore>();
        services.AddSingleton<IDatasetStore, DatasetStore>();
        services.AddSingleton<IDatasetLock, DatasetLock>();
        services.AddSingleton<ILineageIndex, LineageIndex>();
        services.AddSingleton<IErasureStore, ErasureStore>();
        services.AddSingleton<IErasureQueue, ErasureQueue>();
        services.AddSingleton<IStorageProbe, StorageProbe>();
        services.AddSingleton<IFineTuneStore, FineTuneStore>();
        services.AddSingleton<IAuditLog, AuditLog>();
    }

    private static void AddStages(IServiceCollection services)
    {
        services.AddSingleton(provider => CatalogLoader.Load(provider.GetRequiredService<IOptions<CatalogOptions>>().Value.Path));
        services.AddSingleton(provider => provider.GetRequiredService<DomainCatalog>().Consent);
        services.AddSingleton<DomainReader>();
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<SafeId>();
        services.AddSingleton<ConsentRegister>();
        services.AddSingleton<RecentConsents>();
        services.AddSingleton<ConsentGate>();
        services.AddSingleton<WithdrawalSweep>();
        services.AddSingleton<AnswerReader>();
        services.AddSingleton<ReceiptSigner>();
        services.AddSingleton<ReceiptIssuer>();
        services.AddSingleton<MessageReader>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<MessageIdentity>();
        services.AddSingleton<CaptureStage>();
        services.AddSingleton<Deferral>();
        services.AddSingleton<FailureLog>();
        services.AddSingleton<RedriveStage>();
        services.AddSingleton<QueueStage>();
        services.AddSingleton<Anonymizer>();
        services.AddSingleton<ConversationNumbering>();
        services.AddSingleton<AnonymizeStage>();
        services.AddSingleton<RelevanceFilter>();
        services.AddSingleton<RuleLabeler>();
        services.AddSingleton<AiLabeler>();
        services.AddSingleton(CreateLabeler);
        services.AddSingleton<LabelStage>();
        services.AddSingleton(provider => new QualityRules(
            provider.GetRequiredService<DomainCatalog>(),
            provider.GetRequiredService<DomainReader>(),
            provider.GetRequiredService<Anonymizer>().HasResidual
        ));
        services.AddSingleton<DecisionTable>();
        services.AddSingleton<ValidateStage>();
        services.AddSingleton<FingerprintReader>();
        services.AddSingleton<NearDuplicates>();
        services.AddSingleton<ExportReader>();
        services.AddSingleton<ExportStage>();
        services.AddSingleton<FineTuneChecks>();
        services.AddSingleton<FineTuneStage>();
        services.AddSingleton<FineTuneDesk>();
        services.AddSingleton<DatasetTidy>();
        services.AddSingleton<VersionRewriter>();
        services.AddSingleton<ErasureDesk>();
        services.AddSingleton<RowSweep>();
        services.AddSingleton<PoisonSweep>();
        services.AddSingleton<VersionSweep>();
        services.AddSingleton<ErasureStage>();
        services.AddSingleton<MessagePurge>();
        services.AddSingleton<RetentionStage>();
        services.AddSingleton<HostSpans>();
        services.AddSingleton<HealthMonitor>();
        services.AddSingleton<PipelineMetrics>();
        services.AddSingleton<CounterFlusher>();
        services.AddHostedService(provider => provider.GetRequiredService<CounterFlusher>());
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<AccessPolicy>();
        services.AddSingleton<RefusalBudget>();
        services.AddSingleton<AccessGuard>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<ConsentAudit>();
        services.AddSingleton<AuditedExport>();
        services.AddHostedService<AccessNotice>();
    }

    private static MessageLabeler CreateLabeler(IServiceProvider provider)
    {
        var labeling = provider.GetRequiredService<IOptions<LabelingOptions>>();
        return new(
            provider.GetRequiredService<RuleLabeler>(),
            labeling,
            provider.GetRequiredService<IOptions<QualityOptions>>(),
            labeling.Value.UsesModel ? provider.GetRequiredService<AiLabeler>() : null
        );
    }

    private static void AddAi(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider =>
            ChatClients.Create(provider.GetRequiredService<IOptions<AiOptions>>().Value, provider.GetRequiredService<IConfiguration>())
        );
        builder.Services.AddSingleton<IFineTuneService, FineTuneService>();
        builder.Services.AddSingleton<AiStatus>();
        builder.Services.AddSingleton<StructuredChat>();
        // Before the settings are checked: what cannot be read is told there.
        var looksTwice = SettingsBinder.Read<AnonymizationOptions>(builder.Configuration, AnonymizationOptions.Section).SecondOpinion;
        if (looksTwice)
        {
            builder.Services.AddSingleton<SecondOpinion>();
        }

        if (looksTwice || SettingsBinder.Read<LabelingOptions>(builder.Configuration, LabelingOptions.Section).UsesModel)
        {
            builder.Services.AddSingleton(provider => new Lazy<StructuredChat>(provider.GetRequiredService<StructuredChat>));
            builder.Services.AddHostedService<AiStartCheck>();
        }
    }
}
