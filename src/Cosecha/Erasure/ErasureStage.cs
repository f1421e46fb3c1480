using Cosecha.Anonymization;
using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Erasure;

/// <summary>
/// Erases what a user no longer allows, wherever it lies. The rule is one: what was captured under a grant that does not stand goes. So an order may
/// come late, twice or after a new yes, and a run that was killed is finished by the next one.
/// </summary>
public sealed class ErasureStage(
    IConsentStore consents,
    IMessageStore messages,
    IRedactionScopes scopes,
    PoisonSweep poison,
    VersionSweep versions,
    IErasureStore erasures,
    IErasureQueue queue,
    PipelineMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>How long an order waits while somebody else writes data sets.</summary>
    public static readonly TimeSpan WhileBusy = TimeSpan.FromSeconds(5);

    /// <summary>Carries out an order.</summary>
    /// <returns>Whether all is erased; if not, the order waits in the queue again.</returns>
    public async Task<bool> RunAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        if (order.Event is { } said)
        {
            await consents.AppendAsync(order.UserKeys[0], _ => said, cancellationToken);
        }

        var erasure = await OpenAsync(order, cancellationToken);
        if (erasure.CompletedAt is not null)
        {
            return true;
        }

        foreach (var userKey in order.UserKeys)
        {
            var firstKept = ConsentState.FirstKept(await consents.FindAsync(userKey, cancellationToken));
            await scopes.EraseUserAsync(userKey, firstKept, cancellationToken);
            await messages.EraseUserAsync(userKey, firstKept, cancellationToken);
        }

        await poison.RunAsync(cancellationToken);
        if (!await versions.TryRunAsync(cancellationToken))
        {
            await queue.SendAsync(order, WhileBusy, cancellationToken);
            return false;
        }

        await erasures.UpdateAsync(erasure with { CompletedAt = clock.GetUtcNow() }, cancellationToken);
        metrics.Count(CounterNames.Erased);
        return true;
    }

    /// <summary>The erasure with what it finds. It is counted before anything goes, or a second run would find nothing and say so.</summary>
    private async Task<ErasureRecord> OpenAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        await erasures.AddAsync(new(order.Id, order.UserKeys, order.RequestedAt, null, null), cancellationToken);
        var erasure = (await erasures.FindAsync(order.Id, cancellationToken))!;
        if (erasure.Messages is not null)
        {
            return erasure;
        }

        var found = 0;
        foreach (var userKey in order.UserKeys)
        {
            var firstKept = ConsentState.FirstKept(await consents.FindAsync(userKey, cancellationToken));
            var held = messages.ReadUserAsync(userKey, cancellationToken);
            found += await held.CountAsync(m => m.Header.Grant < firstKept, cancellationToken);
        }

        erasure = erasure with { Messages = found };
        await erasures.UpdateAsync(erasure, cancellationToken);
        return erasure;
    }
}
