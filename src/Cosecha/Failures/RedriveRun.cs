namespace Cosecha.Failures;

/// <summary>One run of <see cref="RedriveStage"/>: decides message by message, and counts.</summary>
internal sealed class RedriveRun(RedriveOrder order, IFailureStore failures, FailureLog log, PoisonedConsent consent, TimeProvider clock)
{
    /// <summary>Stands for the cause of what failed without anybody noticing: the process died.</summary>
    private const string Unknown = "unknown";

    /// <summary>The ids of what this run sent: one that is in the poison queue again already is not taken twice.</summary>
    private readonly HashSet<string> _sent = [];

    public int Moved { get; private set; }

    public int Withdrawn { get; private set; }

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

        var back = AnyPayload.Read(payload) is { } read ? await MarkAsync(read, failure, cancellationToken) : [payload];
        await NoteAsync(id, failure, isSame: back is [var only] && only == payload, cancellationToken);
        _sent.UnionWith(back.Select(log.IdOf));
        Moved += back.Count == 0 ? 0 : 1;
        return back;
    }

    private async Task<IReadOnlyList<string>> MarkAsync(AnyPayload payload, Failure? failure, CancellationToken cancellationToken)
    {
        var gone = await consent.FindWithdrawnAsync(payload, cancellationToken);
        Withdrawn += gone.Count;
        var mark = payload.Mark;
        var firstAt = mark?.FirstAt ?? failure?.FirstAt ?? clock.GetUtcNow();
        return payload.Without(gone) is null ? [] : payload.Singles(new(failure?.Error ?? Unknown, firstAt, (mark?.Times ?? 0) + 1));
    }

    /// <summary>Before anything is sent: it may fail again at once.</summary>
    private Task NoteAsync(string id, Failure? failure, bool isSame, CancellationToken cancellationToken) =>
        failure is null ? Task.CompletedTask
        : isSame ? failures.SaveAsync(failure with { Status = FailureStatus.Retrying, Redrives = failure.Redrives + 1 }, cancellationToken)
        : failures.RemoveAsync(order.Queue, id, cancellationToken);
}
