using Cosecha.Datasets;
using Cosecha.Erasure;
using Cosecha.Failures;
using Cosecha.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cosecha.Retention;

/// <summary>
/// Removes what is past its age, class by class. Nothing is remembered between runs: each looks for what is too old and removes it, so that a run
/// that was killed is finished by the next one, and a second run finds nothing.
/// </summary>
public sealed partial class RetentionStage(
    MessagePurge messages,
    IExpiredMessages expired,
    IPoisonQueues poison,
    IFailureStore failures,
    PoisonSweep sweep,
    ErasureDesk erasures,
    IErasureStore erased,
    RowSweep rows,
    IDatasetStore datasets,
    IDatasetLock datasetLock,
    DatasetTidy tidy,
    IOptions<RetentionOptions> options,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<RetentionStage> logger
)
{
    /// <summary>How long to wait for an export or an erasure to end, before versions are left for the next day.</summary>
    private static readonly TimeSpan s_wait = TimeSpan.FromMinutes(2);

    /// <summary>How long after an erasure something of the user may still come in: no longer than raw text waits, and a missed run more.</summary>
    private static readonly TimeSpan s_late = TimeSpan.FromDays(3);

    /// <summary>
    /// Purges. What may hold raw text goes first; versions go last. Before that it sees to what an erasure could not: one that failed for good, a
    /// message that failed only after the erasure of its user, and a claim or row of a process that was killed right after it wrote it.
    /// </summary>
    public async Task<PurgeReport> RunAsync(CancellationToken cancellationToken)
    {
        var (now, age) = (clock.GetUtcNow(), options.Value);
        await erasures.ResumeAsync(cancellationToken);
        await sweep.RunAsync(cancellationToken);
        foreach (var recent in await erased.ReadCompletedAsync(now - s_late, cancellationToken))
        {
            await rows.RunAsync(recent.UserKeys, cancellationToken);
        }

        var report = new PurgeReport(
            Counted("poison", await poison.PurgeAsync(now - age.Poison, cancellationToken)),
            Counted("discarded", await messages.RunAsync(discarded: true, now - age.Discarded, cancellationToken)),
            Counted("messages", await messages.RunAsync(discarded: false, now - age.Messages, cancellationToken)),
            Counted("claims", await expired.PurgeClaimsAsync(now - age.Claims, cancellationToken)),
            Counted("versions", await PurgeVersionsAsync(now - age.Versions, cancellationToken))
        );
        await failures.PurgeAsync(now - age.Poison, cancellationToken);
        LogPurged(report.Poison, report.Discarded, report.Messages, report.Claims, report.Versions);
        return report;
    }

    private async Task<int> PurgeVersionsAsync(DateTimeOffset madeBefore, CancellationToken cancellationToken)
    {
        await using var hold = await datasetLock.TakeAsync(s_wait, cancellationToken);
        if (hold is null)
        {
            return 0;
        }

        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hold.Lost);
        var old = datasets.ListAsync(held.Token).Skip(1).Where(m => m.CreatedAt < madeBefore);
        foreach (var version in await old.ToListAsync(held.Token))
        {
            await datasets.UnlistAsync(version.Version, held.Token);
        }

        return await tidy.RunAsync(held.Token);
    }

    private int Counted(string reason, int count)
    {
        if (count > 0)
        {
            metrics.Count(CounterNames.Purged, reason, count);
        }

        return count;
    }

    [LoggerMessage(
        LogLevel.Information,
        "Purged {Poison} poison messages, {Discarded} discarded rows, {Messages} message rows, {Claims} claims, {Versions} data set versions"
    )]
    private partial void LogPurged(int poison, int discarded, int messages, int claims, int versions);
}
