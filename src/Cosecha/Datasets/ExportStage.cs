using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Datasets.Checks;
using Cosecha.Datasets.Cleaning;
using Cosecha.Datasets.Reading;
using Cosecha.Telemetry;
using Microsoft.Extensions.Options;

namespace Cosecha.Datasets;

/// <summary>
/// From stored messages to a data set version: read all, clean, write. The same data and settings give the same files, byte for byte, so that a run that
/// finds nothing new, because it is late or doubled, makes no version.
/// </summary>
public sealed class ExportStage(
    ExportReader reader,
    NearDuplicates duplicates,
    IConsentStore consents,
    IDatasetStore datasets,
    ILineageIndex lineage,
    IDatasetLock datasetLock,
    DatasetTidy tidy,
    DomainCatalog catalog,
    IOptions<ExportOptions> options,
    PipelineMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>Fine-tuning services refuse a file with fewer examples (OpenAI and Azure OpenAI, fine-tuning guides).</summary>
    public const int MinExamples = 10;

    private readonly Splitter _splitter = new(options.Value);

    private readonly WindowBuilder _windows = new(
        catalog.SystemPrompt,
        options.Value.MaxTurns,
        options.Value.MaxTokens,
        TokenCounter.Of(FineTuneModel.Default.Encoding)
    );

    /// <summary>Makes and publishes a version of all that is clean and consented to now.</summary>
    /// <param name="wait">How long to wait for another export or an erasure to end.</param>
    /// <param name="cancellationToken">Ends the export; what it wrote is never shown.</param>
    /// <returns>The newest version, made or found unchanged; null when the wait was in vain.</returns>
    public async Task<ExportResult?> RunAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            var result = await HoldAsync(wait, cancellationToken);
            Count(result);
            return result;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.Count(CounterNames.Exports, "failed");
            throw;
        }
    }

    private async Task<ExportResult?> HoldAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await using var hold = await datasetLock.TakeAsync(wait, cancellationToken);
        if (hold is null)
        {
            return null;
        }

        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hold.Lost);
        await tidy.RunAsync(held.Token);
        return await ExportAsync(held.Token);
    }

    private void Count(ExportResult? result)
    {
        metrics.Count(
            CounterNames.Exports,
            result is null ? "busy"
                : result.IsNew ? "created"
                : "unchanged"
        );
        if (result is { IsNew: true })
        {
            metrics.Count(CounterNames.Exported, "train", result.Manifest.Train);
            metrics.Count(CounterNames.Exported, "valid", result.Manifest.Valid);
        }
    }

    private async Task<ExportResult> ExportAsync(CancellationToken cancellationToken)
    {
        var createdAt = clock.GetUtcNow();
        var grants = await consents.ReadGrantsAsync(cancellationToken);
        using var data = await reader.ReadAsync(grants, _splitter, cancellationToken);
        var cleaner = new ExampleCleaner(duplicates, _splitter, options.Value);
        var pairs = cleaner.Run(data.ReadPairs(), cancellationToken);
        var labeled = cleaner.Run(data.ReadLabeled(), cancellationToken);

        var version = VersionName.Of(createdAt);
        await using var files = await ExportFiles.CreateAsync(datasets, version, options.Value.Bom == true, cancellationToken);
        var tally = new ExportTally();
        await new ExportWriter(grants, _splitter, _windows, files, tally).WriteAsync(data, pairs, labeled, cancellationToken);
        var manifest = tally.ToManifest(version, createdAt, options.Value, data, await files.CompleteAsync()) with
        {
            Cleaning = pairs.Report,
            LabeledCleaning = labeled.Report,
        };
        return await PublishAsync(manifest, files.Users, cancellationToken);
    }

    private async Task<ExportResult> PublishAsync(
        Manifest manifest,
        IReadOnlyCollection<LineageEntry> users,
        CancellationToken cancellationToken
    )
    {
        var newest = await datasets.ListAsync(cancellationToken).FirstOrDefaultAsync(cancellationToken);
        if (newest?.IsRepeatedBy(manifest) == true)
        {
            await datasets.DeleteFolderAsync(manifest.Folder, cancellationToken);
            return new(newest, IsNew: false);
        }

        await lineage.AddAsync(manifest.Version, users, cancellationToken);
        await datasets.PublishAsync(manifest, cancellationToken);
        return new(manifest, IsNew: true);
    }
}
