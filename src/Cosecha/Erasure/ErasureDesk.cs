using Cosecha.Consent;

namespace Cosecha.Erasure;

/// <summary>Takes orders to erase.</summary>
public sealed class ErasureDesk(IErasureQueue queue, IErasureStore erasures, TimeProvider clock)
{
    /// <summary>
    /// Orders an erasure. The order carries the no that it follows from and goes into the queue before anything is written: whoever dies after that
    /// leaves it to <see cref="ErasureStage"/> to write the rest.
    /// </summary>
    /// <param name="userKeys">Whose data: all keys of the user, first the one whose ledger it is.</param>
    /// <param name="said">What the user said; null when the user was never asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The erasure's id.</returns>
    public async Task<string> OrderAsync(IReadOnlyList<string> userKeys, ConsentEvent? said, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now).ToString("N");
        var order = new ErasureOrder(id, userKeys, now, said);
        await queue.SendAsync(order, TimeSpan.Zero, cancellationToken);
        await erasures.AddAsync(new(id, userKeys, now, said, null, null), cancellationToken);
        return id;
    }

    /// <summary>Orders once more what was ordered long ago and is not done: an order that failed too often is in the poison queue.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ResumeAsync(CancellationToken cancellationToken)
    {
        var overdue = clock.GetUtcNow().AddHours(-1);
        var pending = (await erasures.ReadPendingAsync(cancellationToken)).Where(e => e.RequestedAt < overdue).ToList();
        foreach (var erasure in pending)
        {
            var order = new ErasureOrder(erasure.Id, erasure.UserKeys, erasure.RequestedAt, erasure.Event);
            await queue.SendAsync(order, TimeSpan.Zero, cancellationToken);
        }

        return pending.Count;
    }
}
