using System.Diagnostics;
using static Cosecha.Telemetry.AttributeKeys;

namespace Cosecha.Telemetry;

/// <summary>Spans of the pipeline. Queue triggers make none of their own, so each stage starts one under the context that the payload carries.</summary>
public static class PipelineTracing
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Cosecha";

    /// <summary>Value of <see cref="MessagingSystem"/>; the conventions know no name for queues of Azure Storage.</summary>
    public const string QueueSystem = "azure_queue_storage";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The W3C context to carry along; null outside any trace.</summary>
    public static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Starts the span of a stage.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="queue">The queue that its message came from.</param>
    /// <param name="size">How many chat messages travel in it.</param>
    /// <param name="traceParent">The context from the payload; null starts a trace of its own.</param>
    public static Activity? StartStage(string stage, string queue, int size, string? traceParent)
    {
        if (ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent) && Activity.Current is { Parent: null } run)
        {
            // The Functions worker puts each run of a function into a new trace. This run belongs to the trace of its message, which has the stage.
            run.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        var span = Source.StartActivity($"{stage} {queue}", ActivityKind.Consumer, parent);
        return span
            ?.SetTag(MessagingSystem, QueueSystem)
            .SetTag(Queue, queue)
            .SetTag(Operation, stage)
            .SetTag(OperationType, "process")
            .SetTag(BatchSize, size);
    }

    /// <summary>Notes why a stage failed.</summary>
    /// <param name="span">The stage's span, if anybody listens.</param>
    /// <param name="error">A code or a type, never a message.</param>
    public static void Fail(this Activity? span, string error) => span?.SetStatus(ActivityStatusCode.Error).SetTag(ErrorType, error);
}
