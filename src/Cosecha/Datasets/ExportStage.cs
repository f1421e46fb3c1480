using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Telemetry;
using Microsoft.Extensions.Options;

namespace Cosecha.Datasets;

/// <summary>From stored messages to a data set version. The same data and seed give the same files, byte for byte.</summary>
public sealed class ExportStage(
    IMessageStore messages,
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

    /// <summary>Makes and publishes a version of all that is clean and consented to now.</summary>
    /// <param name="wait">How long to wait for another export or an erasure to end.</param>
    /// <param name="cancellationToken">Ends the export; what it wrote is never shown.</param>
    /// <returns>The new version's manifest; null when the wait was in vain.</returns>
    public async Task<Manifest?> RunAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        await using var hold = await datasetLock.TakeAsync(wait, cancellationToken);
        if (hold is null)
        {
            return null;
        }

        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hold.Lost);
        await tidy.RunAsync(held.Token);
        var manifest = await ExportAsync(held.Token);
        metrics.Count(CounterNames.Exported, "train", manifest.Train);
        metrics.Count(CounterNames.Exported, "valid", manifest.Valid);
        return manifest;
    }

    private async Task<Manifest> ExportAsync(CancellationToken cancellationToken)
    {
        var createdAt = clock.GetUtcNow();
        var version = VersionName.Of(createdAt);
        var grants = await consents.ReadGrantsAsync(cancellationToken);
        var tally = new ExportTally();
        await using var files = await ExportFiles.CreateAsync(datasets, version, catalog.SystemPrompt, cancellationToken);
        await foreach (var conversation in ConversationReader.ReadAsync(messages.ReadAllAsync(cancellationToken), cancellationToken))
        {
            tally.AddConversation(conversation);
            await WriteAsync(Consented(conversation, grants, tally), grants, files, tally, cancellationToken);
        }

        var manifest = tally.ToManifest(version, createdAt, CodeVersion, options.Value, await files.CompleteAsync());
        await lineage.AddAsync(version, files.Users, cancellationToken);
        await datasets.PublishAsync(manifest, cancellationToken);
        return manifest;
    }

    private async Task WriteAsync(
        IReadOnlyList<StoredMessage> conversation,
        IReadOnlyDictionary<string, ConsentState> grants,
        ExportFiles files,
        ExportTally tally,
        CancellationToken cancellationToken
    )
    {
        foreach (var pairing in PairFinder.Find(conversation))
        {
            var consent = grants[pairing.Question.Header.UserKey];
            var valid = _splitter.IsValid(consent.AllKeys.First());
            if (pairing.Question is { Verdict: Verdict.Approved, Content: not null, Label: not null })
            {
                tally.IncludeLabel();
                await files.WriteAsync(pairing.Question, valid, cancellationToken);
            }

            if (pairing.Example is { } example)
            {
                tally.Include(example, consent, valid);
                await files.WriteAsync(example, valid, cancellationToken);
            }
            else
            {
                tally.Exclude(pairing.Excluded!);
                await files.WriteExcludedAsync(pairing.Question.Header, pairing.Excluded!, cancellationToken);
            }
        }
    }

    private static string CodeVersion => typeof(ExportStage).Assembly.GetName().Version!.ToString(3);

    private static List<StoredMessage> Consented(
        IReadOnlyList<StoredMessage> conversation,
        IReadOnlyDictionary<string, ConsentState> grants,
        ExportTally tally
    )
    {
        var covered = conversation.Where(m => grants.TryGetValue(m.Header.UserKey, out var state) && state.Covers(m.Header.Grant)).ToList();
        tally.Exclude("no_consent", conversation.Except(covered).Count(m => m.Header.Role == Role.User));
        return covered;
    }
}
