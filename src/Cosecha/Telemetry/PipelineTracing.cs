using System.Diagnostics;

namespace Cosecha.Telemetry;

/// <summary>Spans of the pipeline. Queue triggers make none of their own, so each stage starts one under the context that the payload carries.</summary>
public static class PipelineTracing
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "Cosecha";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The W3C context to carry along; null outside any trace.</summary>
    public static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>Starts the span of a stage.</summary>
    /// <param name="stage">The stage's name.</param>
    /// <param name="traceParent">The context from the payload; null starts a trace of its own.</param>
    public static Activity? StartStage(string stage, string? traceParent)
    {
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        return Source.StartActivity(stage, ActivityKind.Consumer, parent);
    }
}
