namespace Cosecha.Failures;

/// <summary>One run of <see cref="RedriveStage"/>: decides message by message, and counts.</summary>
internal sealed class RedriveRun(
    RedriveOrder order,
    IFailureStore failures,
    FailureLog log,
    PoisonedConsent consent,
    DateTimeOffset now,
    TimeSpan kept
)
{
    /// <summary>Stands for the cause of what failed without anybody noticing: the process died.</summary>
    private const string Unknown = "unknown";

    /// <summary>The ids of what this run sent: one that is in the poison queue again already is not taken twice.</summary>
    private readonly HashSet<string> _sent = [];

    public int Moved { get; private set; }

    public int Withdrawn { get; private set; }

    public int Expired { get; private set; }

    public int Repeated { get; private set; }

    /// <summary>What goes back instead of a payload; null when it stays.</summary>
    public async Task<IReadOnlyList<string>?> TakeAsync(string payload, CancellationToken cancellationToken)
    {
        var id = log.IdOf(payload);
        if (_sent.Contains(id) || (order.Id is not null && order.Id != id))
        {
            return null;
        }

        var failure = await failures.FindAsync(order.Queue, id, cancellationToken);
        if (failure is { Status: FailureStatus.Repeated } && order is { Id: null, Repeated: false })
        {
            Repeated++;
            return null;
        }

        var read = AnyPayload.Read(payload);
        var firstAt = read?.Mark?.FirstAt ?? failure?.FirstAt ?? now;
        if (now - firstAt > kept)
        {
            // However often it is taken back: captured holds raw text.
            Expired++;
            return [];
        }

        var back = read is null ? await AsItIsAsync(payload, failure, cancellationToken) : await MarkAsync(read);
        _sent.UnionWith(back.Select(log.IdOf));
        Moved += back.Count == 0 ? 0 : 1;
        return back;

        async Task<IReadOnlyList<string>> MarkAsync(AnyPayload batch)
        {
            var gone = await consent.FindWithdrawnAsync(batch, cancellationToken);
            Withdrawn += gone.Count;
            var times = (batch.Mark?.Times ?? 0) + 1;
            return batch.Without(gone) is null ? [] : batch.Singles(new(failure?.Error ?? Unknown, firstAt, times));
        }
    }

    /// <summary>Forgets the failure of what is gone; what went back as it is has it still.</summary>
    public async Task ForgetAsync(string payload)
    {
        if (log.IdOf(payload) is var id && !_sent.Contains(id))
        {
            await failures.RemoveAsync(order.Queue, id, CancellationToken.None);
        }
    }

    /// <summary>What nobody can read cannot be marked: that it was taken back is written down, before it may fail again.</summary>
    private async Task<IReadOnlyList<string>> AsItIsAsync(string payload, Failure? failure, CancellationToken cancellationToken)
    {
        if (failure is not null)
        {
            var again = failure with { Status = FailureStatus.Retrying, Redrives = failure.Redrives + 1 };
            await failures.SaveAsync(again, cancellationToken);
        }

        return [payload];
    }
}
