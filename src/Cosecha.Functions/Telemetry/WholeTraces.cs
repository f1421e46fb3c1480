using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Cosecha.Functions.Telemetry;

/// <summary>
/// Which spans are kept: a share of all traces, by their id, so that a message's trace is kept or left out as a whole, from the request through all
/// queues. What a caller decided for its own trace counts for nothing: the Functions host is told to keep none of its own spans
/// (docs/telemetry.md), and passes that on.
/// </summary>
internal sealed class WholeTraces(double ratio) : Sampler
{
    private readonly TraceIdRatioBasedSampler _share = new(ratio);

    /// <inheritdoc />
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        // Calls that begin a trace serve nobody: a look into a queue, the saving of counters.
        samplingParameters is { Kind: ActivityKind.Client, ParentContext: var parent }
        && parent == default
            ? new(SamplingDecision.Drop)
            : _share.ShouldSample(samplingParameters);
}
