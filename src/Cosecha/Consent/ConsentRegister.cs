using Cosecha.Erasure;

namespace Cosecha.Consent;

/// <summary>Records what users allow, and orders the erasure of what they no longer allow.</summary>
public sealed class ConsentRegister(IConsentStore consents, RecentConsents recent, ErasureDesk erasures, TimeProvider clock)
{
    /// <summary>
    /// Records an answer, which <see cref="AnswerReader"/> has checked, under the first of the user's keys (<see cref="Pseudonyms.UserKeys"/>). Where the user's messages may not be used after it, what there is of them
    /// is erased, as after a withdrawal.
    /// </summary>
    public async Task<ConsentRecording> RecordAsync(
        IReadOnlyList<string> userKeys,
        ConsentAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var known = await consents.CarryOverAsync(userKeys, cancellationToken);
        var said = Answered(answer, known);
        // A no that comes again orders again: whoever repeats it may have got no answer the first time.
        var isNo = said is null ? !known!.Granted : !new ConsentState(userKeys[0], said).Granted;
        var erasureId = isNo && known is { Grant: > 0 } ? await OrderAsync(userKeys, known, said, cancellationToken) : null;

        ConsentEvent? added = null;
        var state = (await consents.AppendAsync(userKeys[0], before => added = isNo ? said : Answered(answer, before), cancellationToken))!;
        recent.Forget(state.AllKeys);
        var outcome =
            added is null ? ConsentOutcome.Repeated
            : state.Last.Key == added.Key ? ConsentOutcome.Recorded
            : ConsentOutcome.Superseded;
        return new(outcome, state, erasureId);
    }

    /// <summary>The current state; null when the user was never asked.</summary>
    public Task<ConsentState?> FindAsync(IReadOnlyList<string> userKeys, CancellationToken cancellationToken) =>
        consents.FindAsync(userKeys, cancellationToken);

    /// <summary>
    /// Records a withdrawal and orders the erasure of all that there is of the user. From then on no stage lets a message of the user through. A
    /// repeat is a withdrawal of its own, or a yes from between the two would stand.
    /// </summary>
    /// <returns>The erasure's id.</returns>
    public async Task<string> WithdrawAsync(IReadOnlyList<string> userKeys, CancellationToken cancellationToken)
    {
        await consents.GatherAsync(userKeys, cancellationToken);
        var known = await consents.FindAsync(userKeys[0], cancellationToken);
        var said = Withdrawn(known);
        var erasureId = await OrderAsync(userKeys, known, said, cancellationToken);
        await consents.AppendAsync(userKeys[0], _ => said, cancellationToken);
        recent.Forget(userKeys);
        return erasureId;
    }

    private Task<string> OrderAsync(
        IReadOnlyList<string> userKeys,
        ConsentState? known,
        ConsentEvent? said,
        CancellationToken cancellationToken
    )
    {
        // Keys that are no longer in the settings are still known of a user who was carried over.
        return erasures.OrderAsync([.. userKeys.Union(known?.AllKeys ?? [])], said, cancellationToken);
    }

    private ConsentEvent? Answered(ConsentAnswer answer, ConsentState? before)
    {
        var after = new ConsentEvent(
            answer.Granted ? ConsentStatus.Granted : ConsentStatus.Denied,
            answer.At ?? After(before),
            answer.TextVersion,
            answer.Language,
            answer.TextHash,
            answer.Channel,
            Evidence(answer, before),
            answer.Purposes,
            GrantNumber(answer.Granted, before)
        );
        return before is not null && Repeats(answer, after, before.Last) ? null : after;
    }

    private ConsentEvent? Withdrawn(ConsentState? before) =>
        before is null ? null : before.Last with { Status = ConsentStatus.Withdrawn, At = After(before), EvidenceMessageId = null };

    /// <summary>
    /// The time of an event for which nobody gives one: now, and after all that is recorded. The bot's clock may be ahead of ours, and a withdrawal
    /// must not lose against the yes that it is about.
    /// </summary>
    private DateTimeOffset After(ConsentState? before)
    {
        var now = clock.GetUtcNow();
        return before is not null && before.Last.At >= now ? before.Last.At.AddTicks(1) : now;
    }

    /// <summary>A yes continues a grant that is valid and begins a new one otherwise.</summary>
    private static int GrantNumber(bool granted, ConsentState? before)
    {
        var last = before?.Grant ?? 0;
        return granted && before is not { Granted: true } ? last + 1 : last;
    }

    /// <summary>The message as the ledger knows it, or a repeat after a rotation would look like another answer.</summary>
    private static string? Evidence(ConsentAnswer answer, ConsentState? before) =>
        before?.Last.EvidenceMessageId is { } known && answer.FormerEvidenceIds.Contains(known) ? known : answer.EvidenceMessageId;

    private static bool Repeats(ConsentAnswer answer, ConsentEvent after, ConsentEvent before) =>
        (after with { At = answer.At ?? before.At }).Key == before.Key;
}
