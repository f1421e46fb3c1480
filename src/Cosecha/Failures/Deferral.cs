using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cosecha.Messages;
using Cosecha.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cosecha.Failures;

/// <summary>
/// Puts messages back for later when the service that they need is away. Retries of the host would use up their deliveries within a minute; here
/// they wait as long as the storage keeps them, and look again after as long as they have waited, between ten seconds and five minutes.
/// </summary>
public sealed partial class Deferral(
    IWaitingQueue queue,
    IFaults faults,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<Deferral> logger
)
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>Before the storage drops a message it has to fail for good, so that it is kept in the poison queue: all deliveries fit in here.</summary>
    private static readonly TimeSpan s_farewell = TimeSpan.FromMinutes(5);

    /// <summary>Puts a delivery back if what failed may pass.</summary>
    /// <param name="stage">The stage that failed.</param>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="batch">The same, read.</param>
    /// <param name="type">Its JSON shape.</param>
    /// <param name="failure">What happened.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it waits now. If so, the delivery is settled: a crash before that delivers it twice, which every stage bears.</returns>
    public async Task<bool> TryAsync<T>(
        string stage,
        Delivery delivery,
        MessageBatch<T> batch,
        JsonTypeInfo<MessageBatch<T>> type,
        Exception failure,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var since = batch.WaitingSince ?? now;
        var delay = TimeSpan.FromTicks(long.Clamp((now - since).Ticks, s_shortest.Ticks, s_longest.Ticks));
        var left = delivery.ExpiresAt - now;
        if (!faults.MayPass(failure) || left is null || left < delay + s_farewell)
        {
            return false;
        }

        var payload = JsonSerializer.Serialize(batch with { WaitingSince = since }, type);
        try
        {
            await queue.PutBackAsync(delivery.Queue, payload, delay, left, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotPutBack(stage, faults.Describe(e));
            return false;
        }

        metrics.Count(CounterNames.Deferred, stage, batch.Messages.Count);
        LogWaits(stage, batch.Messages.Count, faults.Describe(failure), delay, since);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "{Stage}: {Messages} messages wait another {Delay}, since {Since}: {Error}")]
    private partial void LogWaits(string stage, int messages, string error, TimeSpan delay, DateTimeOffset since);

    [LoggerMessage(LogLevel.Warning, "{Stage}: a message could not be put back to wait ({Error}); the host tries it again")]
    private partial void LogNotPutBack(string stage, string error);
}
