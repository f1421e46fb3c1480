using Cosecha.Consent;
using Cosecha.Retention;
using Cosecha.Telemetry;
using Microsoft.Extensions.Options;

namespace Cosecha.Failures;

/// <summary>
/// Takes messages that failed for good back into their queue, once the cause is mended. Those whose consent is gone are deleted. A batch comes back
/// as single messages, so that one guilty message no longer holds up its neighbours.
/// </summary>
public sealed class RedriveStage(
    IPoisonQueues queues,
    IFailureStore failures,
    FailureLog log,
    IConsentStore consents,
    IOptions<RetentionOptions> retention,
    PipelineMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>A caller over HTTP must not wait longer than the platform lets it: 230 seconds in Azure.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>Takes them back. Messages that fail again meanwhile are left for the next time.</summary>
    public async Task<RedriveReport> RunAsync(RedriveOrder order, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var run = new RedriveRun(order, failures, log, new PoisonedConsent(consents), clock.GetUtcNow(), retention.Value.Poison);
        var isComplete = false;
        try
        {
            isComplete = await queues.MoveBackAsync(order.Queue, p => run.TakeAsync(p, cancellationToken), run.ForgetAsync, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time is up; what was moved is moved.
        }
        finally
        {
            Count(CounterNames.Redriven, order.Queue, run.Moved);
            Count(CounterNames.Withdrawn, "redrive", run.Withdrawn);
            Count(CounterNames.Purged, "poison", run.Expired);
        }

        return new(run.Moved, run.Withdrawn, run.Expired, run.Repeated, isComplete);
    }

    private void Count(string counter, string reason, int by)
    {
        if (by > 0)
        {
            metrics.Count(counter, reason, by);
        }
    }
}
