using Cosecha.Messages;
using Cosecha.Telemetry;

namespace Cosecha.Consent;

/// <summary>Drops the messages on the way whose users no longer allow them, with all that is stored of them.</summary>
public sealed class WithdrawalSweep(ConsentGate gate, IMessageStore messages, PipelineMetrics metrics)
{
    /// <summary>Looks at the consent, removes and counts what is no longer allowed.</summary>
    /// <param name="all">Messages in any form.</param>
    /// <param name="headerOf">Their headers.</param>
    /// <param name="stage">The stage, for the counter.</param>
    /// <param name="isLast">Whether this is the last look before something stays: then it reads now; else a yes may be half a minute old.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What may go on, in order, and the headers of the rest.</returns>
    public async Task<(IReadOnlyList<T> Kept, IReadOnlyList<MessageHeader> Dropped)> RunAsync<T>(
        IReadOnlyList<T> all,
        Func<T, MessageHeader> headerOf,
        string stage,
        bool isLast,
        CancellationToken cancellationToken
    )
    {
        var headers = all.Select(headerOf).ToList();
        var allowed = await (isLast ? gate.ReadAsync(headers, cancellationToken) : gate.ReadRecentAsync(headers, cancellationToken));
        var dropped = headers.FindAll(h => !allowed(h));
        foreach (var user in dropped.GroupBy(h => h.UserKey))
        {
            await messages.RemoveAsync([.. user], cancellationToken);
            metrics.Count(CounterNames.Withdrawn, stage, user.Count());
        }

        return ([.. all.Where(m => allowed(headerOf(m)))], dropped);
    }
}
