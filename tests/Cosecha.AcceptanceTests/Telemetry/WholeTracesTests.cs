using System.Diagnostics;
using Cosecha.Functions.Telemetry;
using OpenTelemetry.Trace;

namespace Cosecha.AcceptanceTests.Telemetry;

public sealed class WholeTracesTests
{
    [Theory]
    [InlineData(ActivityTraceFlags.None)]
    [InlineData(ActivityTraceFlags.Recorded)]
    public void A_trace_is_kept_whatever_the_caller_decided(ActivityTraceFlags flags) =>
        Decide(1, ActivityTraceId.CreateRandom(), ActivityKind.Server, flags).ShouldBe(SamplingDecision.RecordAndSample);

    [Fact]
    public void A_trace_is_kept_or_left_out_as_a_whole()
    {
        for (var i = 0; i < 100; i++)
        {
            var trace = ActivityTraceId.CreateRandom();
            var request = Decide(0.5, trace, ActivityKind.Server, ActivityTraceFlags.None);
            Decide(0.5, trace, ActivityKind.Consumer, ActivityTraceFlags.Recorded).ShouldBe(request);
            Decide(0.5, trace, ActivityKind.Client, ActivityTraceFlags.Recorded).ShouldBe(request);
        }
    }

    [Fact]
    public void A_call_that_serves_no_request_and_no_stage_is_left_out() =>
        new WholeTraces(1)
            .ShouldSample(new SamplingParameters(default, ActivityTraceId.CreateRandom(), "GET", ActivityKind.Client))
            .Decision.ShouldBe(SamplingDecision.Drop);

    private static SamplingDecision Decide(double ratio, ActivityTraceId trace, ActivityKind kind, ActivityTraceFlags flags) =>
        new WholeTraces(ratio)
            .ShouldSample(new SamplingParameters(new(trace, ActivitySpanId.CreateRandom(), flags), trace, "span", kind))
            .Decision;
}
