using Cosecha.Consent;
using Cosecha.Failures;
using Cosecha.Telemetry;

namespace Cosecha.Erasure;

/// <summary>Takes out of the poison queues what its users no longer allow; the rest of a queue message stays where it is.</summary>
public sealed class PoisonSweep(IPoisonQueues queues, IConsentStore consents, FailureLog failures, PipelineMetrics metrics)
{
    /// <summary>Looks through all poison queues.</summary>
    /// <returns>Whether all messages were seen; if not, run it again later.</returns>
    public Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var consent = new PoisonedConsent(consents);
        return queues.RewriteAsync(RemainderAsync, cancellationToken);

        async Task<string?> RemainderAsync(string queue, string payload)
        {
            if (AnyPayload.Read(payload) is not { } read || await consent.FindWithdrawnAsync(read, cancellationToken) is not [_, ..] gone)
            {
                return payload;
            }

            metrics.Count(CounterNames.Withdrawn, "poison", gone.Count);
            var rest = read.Without(gone);
            await failures.FollowAsync(queue, payload, rest, cancellationToken);
            return rest;
        }
    }
}
