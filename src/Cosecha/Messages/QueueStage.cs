using System.Text.Json.Serialization.Metadata;
using Cosecha.Failures;
using Cosecha.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cosecha.Messages;

/// <summary>
/// What the stages behind a queue have in common: reading the payload, the span, and what happens to a message that cannot be processed. One that
/// nobody can read is settled at once, since a retry would read the same, and is kept in the poison queue: a newer build may know its version. One whose
/// service is away waits. Any other failure is written down and thrown: the host tries again, and moves it to the poison queue in the end.
/// </summary>
public sealed partial class QueueStage(
    Deferral deferral,
    FailureLog failures,
    IFaults faults,
    PipelineMetrics metrics,
    TimeProvider clock,
    ILogger<QueueStage> logger
)
{
    /// <summary>Runs a stage that sends messages on.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="delivery">The queue message.</param>
    /// <param name="input">JSON shape of its batch.</param>
    /// <param name="run">The stage.</param>
    /// <param name="output">JSON shape of what it sends on.</param>
    /// <param name="whenTooLong">What stands for a message that grew too long to travel.</param>
    /// <param name="cancellationToken">Ends the work; the message is delivered again.</param>
    public async Task<Hop> RunAsync<TIn, TOut>(
        string stage,
        Delivery delivery,
        JsonTypeInfo<MessageBatch<TIn>> input,
        Func<IReadOnlyList<TIn>, Task<IReadOnlyList<TOut>>> run,
        JsonTypeInfo<MessageBatch<TOut>> output,
        Func<TOut, TOut> whenTooLong,
        CancellationToken cancellationToken
    )
    {
        string[] next = [];
        var refused = await RunAsync(
            stage,
            delivery,
            input,
            async messages => next = Payload.Pack(await run(messages), output, PipelineTracing.TraceParent, whenTooLong),
            cancellationToken
        );
        return refused with { Next = next };
    }

    /// <summary>Runs the last stage, which sends nothing on.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="delivery">The queue message.</param>
    /// <param name="input">JSON shape of its batch.</param>
    /// <param name="run">The stage.</param>
    /// <param name="cancellationToken">Ends the work; the message is delivered again.</param>
    public async Task<Hop> RunAsync<TIn>(
        string stage,
        Delivery delivery,
        JsonTypeInfo<MessageBatch<TIn>> input,
        Func<IReadOnlyList<TIn>, Task> run,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var reading = Payload.Read(delivery.Payload, input);
        if (reading.Batch is not { } batch)
        {
            metrics.Count(CounterNames.Refused, reading.Refusal);
            metrics.Count(CounterNames.ParseErrors, ParseSources.QueueMessage);
            LogRefused(stage, reading.Refusal!, delivery.Payload.Length);
            await failures.RecordAsync(stage, delivery, reading.Refusal!, isLast: true, cancellationToken);
            return new([], [delivery.Payload]);
        }

        using var span = PipelineTracing.StartStage(stage, delivery.Queue, batch.Messages.Count, batch.TraceParent);
        try
        {
            await MeasureAsync(stage, delivery, batch, run, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            span.Fail(faults.Describe(e));
            if (!await deferral.TryAsync(stage, delivery, batch, input, e, cancellationToken))
            {
                await RecordAsync(stage, delivery, e, cancellationToken);
                throw;
            }
        }

        if (delivery.Attempt > 1)
        {
            await failures.SettleAsync(stage, delivery, cancellationToken);
        }

        return new([], []);
    }

    private async Task MeasureAsync<T>(
        string stage,
        Delivery delivery,
        MessageBatch<T> batch,
        Func<IReadOnlyList<T>, Task> run,
        CancellationToken cancellationToken
    )
    {
        var start = clock.GetTimestamp();
        if ((batch.WaitingSince ?? delivery.InsertedAt) is { } since)
        {
            // The clocks of the storage and of this machine may differ a little.
            var age = Math.Max(0, (clock.GetUtcNow() - since).TotalSeconds);
            metrics.Record(Instruments.QueueAge, age, (AttributeKeys.Queue, delivery.Queue));
        }

        string? error = null;
        try
        {
            await run(batch.Messages);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            error = faults.Describe(e);
            throw;
        }
        finally
        {
            RecordDuration(stage, delivery.Queue, clock.GetElapsedTime(start), error);
        }
    }

    private void RecordDuration(string stage, string queue, TimeSpan duration, string? error) =>
        metrics.Record(
            Instruments.StageDuration,
            duration.TotalSeconds,
            (AttributeKeys.MessagingSystem, PipelineTracing.QueueSystem),
            (AttributeKeys.Queue, queue),
            (AttributeKeys.Operation, stage),
            (AttributeKeys.ErrorType, error)
        );

    private async Task RecordAsync(string stage, Delivery delivery, Exception failure, CancellationToken cancellationToken)
    {
        var isLast = delivery.Attempt >= Delivery.MaxAttempts;
        if (isLast)
        {
            metrics.Count(CounterNames.Failed, stage);
        }

        await failures.RecordAsync(stage, delivery, faults.Describe(failure), isLast, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Stage} refused a queue message: {Reason}, {Characters} characters; it is in the poison queue")]
    private partial void LogRefused(string stage, string reason, int characters);
}
