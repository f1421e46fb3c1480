using System.Text.Json.Serialization.Metadata;
using Cosecha.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cosecha.Messages;

/// <summary>
/// What the stages behind a queue have in common: reading the payload, the span, and what happens to a payload that nobody can read. Such a one
/// is settled at once, since a retry would read the same, and is kept in the poison queue: a newer build may know its version.
/// </summary>
public sealed partial class QueueStage(PipelineMetrics metrics, ILogger<QueueStage> logger)
{
    /// <summary>Runs a stage that sends messages on.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="payload">The queue message.</param>
    /// <param name="input">JSON shape of its batch.</param>
    /// <param name="run">The stage.</param>
    /// <param name="output">JSON shape of what it sends on.</param>
    /// <param name="whenTooLong">What stands for a message that grew too long to travel.</param>
    public async Task<Hop> RunAsync<TIn, TOut>(
        string stage,
        string payload,
        JsonTypeInfo<MessageBatch<TIn>> input,
        Func<IReadOnlyList<TIn>, Task<IReadOnlyList<TOut>>> run,
        JsonTypeInfo<MessageBatch<TOut>> output,
        Func<TOut, TOut> whenTooLong
    )
    {
        string[] next = [];
        var refused = await RunAsync(
            stage,
            payload,
            input,
            async messages => next = Payload.Pack(await run(messages), output, PipelineTracing.TraceParent, whenTooLong)
        );
        return refused with { Next = next };
    }

    /// <summary>Runs the last stage, which sends nothing on.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="payload">The queue message.</param>
    /// <param name="input">JSON shape of its batch.</param>
    /// <param name="run">The stage.</param>
    public async Task<Hop> RunAsync<TIn>(
        string stage,
        string payload,
        JsonTypeInfo<MessageBatch<TIn>> input,
        Func<IReadOnlyList<TIn>, Task> run
    )
    {
        var reading = Payload.Read(payload, input);
        if (reading.Batch is { } batch)
        {
            using var span = PipelineTracing.StartStage(stage, batch.TraceParent);
            await run(batch.Messages);
            return new([], []);
        }

        metrics.Count(CounterNames.Refused, reading.Refusal);
        LogRefused(stage, reading.Refusal!, payload.Length);
        return new([], [payload]);
    }

    [LoggerMessage(LogLevel.Warning, "{Stage} refused a queue message: {Reason}, {Characters} characters; it is in the poison queue")]
    private partial void LogRefused(string stage, string reason, int characters);
}
