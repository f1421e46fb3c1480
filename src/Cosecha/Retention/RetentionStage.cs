using Cosecha.Datasets;
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
    IDatasetStore datasets,
    IOptions<RetentionOptions> options,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<RetentionStage> logger
)
{
    /// <summary>Purges. What may hold raw text goes first; versions go last.</summary>
    public async Task<PurgeReport> RunAsync(CancellationToken cancellationToken)
    {
        var (now, age) = (clock.GetUtcNow(), options.Value);
        var report = new PurgeReport(
            Counted("poison", await poison.PurgeAsync(now - age.Poison, cancellationToken)),
            Counted("discarded", await messages.RunAsync(discarded: true, now - age.Discarded, cancellationToken)),
            Counted("messages", await messages.RunAsync(discarded: false, now - age.Messages, cancellationToken)),
            Counted("claims", await expired.PurgeClaimsAsync(now - age.Claims, cancellationToken)),
            Counted("versions", await PurgeVersionsAsync(now - age.Versions, cancellationToken))
        );
        LogPurged(report.Poison, report.Discarded, report.Messages, report.Claims, report.Versions);
        return report;
    }

    private async Task<int> PurgeVersionsAsync(DateTimeOffset madeBefore, CancellationToken cancellationToken)
    {
        var latest = await datasets.FindLatestAsync(cancellationToken);
        var names = await datasets.ReadVersionsAsync(cancellationToken);
        var old = names.Where(v => string.CompareOrdinal(v, VersionName.Of(madeBefore)) < 0 && v != latest).ToList();
        foreach (var version in old)
        {
            await datasets.DeleteAsync(version, cancellationToken);
        }

        return old.Count;
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
