using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.Telemetry;

namespace Cosecha.Erasure;

/// <summary>
/// Erases what a user no longer allows, wherever it lies. The rule is one: what was captured under a grant that does not stand goes. So an order may
/// come late, twice or after a new yes, and a run that was killed is finished by the next one.
/// </summary>
public sealed class ErasureStage(
    IConsentStore consents,
    RowSweep rows,
    PoisonSweep poison,
    VersionSweep versions,
    IErasureStore erasures,
    IErasureQueue queue,
    IDatasetLock datasetLock,
    PipelineMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>How long an order waits while somebody else writes data sets or holds poison messages.</summary>
    public static readonly TimeSpan WhileBusy = TimeSpan.FromSeconds(5);

    /// <summary>How long an order waits for its turn before it goes back to the queue.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long poison messages that nobody gets to see hold an erasure up. Whoever has one hides it for a minute; one that stays unseen for longer is none
    /// that a stage wrote.
    /// </summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

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

        await rows.RunAsync(order.UserKeys, cancellationToken);
        if (await SweepAsync(order, cancellationToken) is { } waiting)
        {
            await queue.SendAsync(waiting, WhileBusy, cancellationToken);
            return false;
        }

        await erasures.UpdateAsync(erasure with { CompletedAt = clock.GetUtcNow() }, cancellationToken);
        metrics.Count(CounterNames.Erased);
        return true;
    }

    /// <summary>
    /// Sweeps poison queues and versions, one erasure at a time: two that look through a queue at once hide its messages from each other, and having
    /// both failed they would meet again.
    /// </summary>
    /// <returns>The order as it waits; null when all is swept.</returns>
    private async Task<ErasureOrder?> SweepAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        await using var hold = await datasetLock.TakeAsync(s_turn, cancellationToken);
        if (hold is null)
        {
            return order;
        }

        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hold.Lost);
        var now = clock.GetUtcNow();
        if (!await poison.RunAsync(held.Token) && now - (order.SweptAt ?? now) <= s_patience)
        {
            return order with { SweptAt = order.SweptAt ?? now };
        }

        await versions.RunAsync(held.Token);
        return null;
    }

    /// <summary>The erasure with what it finds. It is counted before anything goes, or a second run would find nothing and say so.</summary>
    private async Task<ErasureRecord> OpenAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        await erasures.AddAsync(new(order.Id, order.UserKeys, order.RequestedAt, order.Event, null, null), cancellationToken);
        var erasure = (await erasures.FindAsync(order.Id, cancellationToken))!;
        if (erasure.Messages is not null)
        {
            return erasure;
        }

        erasure = erasure with { Messages = await rows.CountAsync(order.UserKeys, cancellationToken) };
        await erasures.UpdateAsync(erasure, cancellationToken);
        return erasure;
    }
}
