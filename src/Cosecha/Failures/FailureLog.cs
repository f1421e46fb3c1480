using Cosecha.Consent;
using Cosecha.Messages;
using Microsoft.Extensions.Logging;

namespace Cosecha.Failures;

/// <summary>
/// Writes down what failed, so that an operator sees why a message is in a poison queue. It only tells of the work: when it cannot write, the work
/// goes on all the same.
/// </summary>
public sealed partial class FailureLog(IFailureStore store, Pseudonyms pseudonyms, TimeProvider clock, ILogger<FailureLog> logger)
{
    private const int IdLength = 32;

    /// <summary>The id of the failure of a payload: keyed, since a payload may hold raw text.</summary>
    public string IdOf(string payload) => pseudonyms.IdKey(payload)[..IdLength];

    /// <summary>Writes down a delivery that failed.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="delivery">What was delivered.</param>
    /// <param name="error">Why it failed, as in <see cref="Failure.Error"/>.</param>
    /// <param name="isLast">Whether it goes to the poison queue now.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public Task RecordAsync(string stage, Delivery delivery, string error, bool isLast, CancellationToken cancellationToken) =>
        TryAsync(
            stage,
            async () =>
            {
                var (id, now, payload) = (IdOf(delivery.Payload), clock.GetUtcNow(), AnyPayload.Read(delivery.Payload));
                var before = await store.FindAsync(delivery.Queue, id, cancellationToken);
                var mark = payload is null ? MarkOf(before) : payload.Mark;
                var status =
                    !isLast ? FailureStatus.Retrying
                    : mark?.Error == error ? FailureStatus.Repeated
                    : FailureStatus.Poison;
                var firstAt = mark?.FirstAt ?? before?.FirstAt ?? now;
                var failure = new Failure(
                    delivery.Queue,
                    id,
                    stage,
                    error,
                    delivery.Attempt,
                    firstAt,
                    now,
                    payload?.Ids ?? [],
                    status,
                    mark?.Times ?? 0
                );
                await store.SaveAsync(failure, cancellationToken);
            }
        );

    /// <summary>Forgets what failed before and is settled now.</summary>
    public Task SettleAsync(string stage, Delivery delivery, CancellationToken cancellationToken) =>
        TryAsync(stage, () => store.RemoveAsync(delivery.Queue, IdOf(delivery.Payload), cancellationToken));

    /// <summary>Keeps up with a payload in a poison queue of which something was taken out.</summary>
    /// <param name="queue">The queue that it came from.</param>
    /// <param name="payload">The payload as it was.</param>
    /// <param name="rest">What is left of it; null for nothing.</param>
    /// <param name="cancellationToken">Ends the write.</param>
    public async Task FollowAsync(string queue, string payload, string? rest, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(queue, IdOf(payload), cancellationToken);
        if (before is null)
        {
            return;
        }

        if (rest is not null)
        {
            var after = before with { Id = IdOf(rest), MessageIds = AnyPayload.Read(rest)?.Ids ?? [] };
            await store.SaveAsync(after, cancellationToken);
        }

        await store.RemoveAsync(queue, before.Id, cancellationToken);
    }

    /// <summary>What nobody can read carries no mark: what is known of it stands for one.</summary>
    private static RedriveMark? MarkOf(Failure? failure) =>
        failure is { Redrives: > 0 } ? new(failure.Error, failure.FirstAt, failure.Redrives) : null;

    private async Task TryAsync(string stage, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogNotWritten(stage, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A failure of {Stage} could not be written down ({Error}); it is missing from GET /api/failures")]
    private partial void LogNotWritten(string stage, string error);
}
