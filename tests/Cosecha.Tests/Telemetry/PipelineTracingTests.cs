using System.Diagnostics;
using Cosecha.Telemetry;

namespace Cosecha.Tests.Telemetry;

public sealed class PipelineTracingTests : IDisposable
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private readonly ActivitySource _worker = new("Worker");
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name is "Worker" or PipelineTracing.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public PipelineTracingTests() => ActivitySource.AddActivityListener(_listener);

    [Fact]
    public void A_stage_goes_on_with_the_trace_of_its_message_and_the_run_of_its_function_is_left_out()
    {
        using var run = _worker.StartActivity("function Label")!;
        using var stage = PipelineTracing.StartStage("Label", "anonymized", 3, Parent)!;
        stage.ParentId.ShouldBe(Parent);
        stage.Recorded.ShouldBeTrue();
        run.Recorded.ShouldBeFalse();
        (stage.DisplayName, stage.Kind).ShouldBe(("Label anonymized", ActivityKind.Consumer));
        stage.TagObjects.ShouldBe([
            new("messaging.system", "azure_queue_storage"),
            new("messaging.destination.name", "anonymized"),
            new("messaging.operation.name", "Label"),
            new("messaging.operation.type", "process"),
            new("messaging.batch.message_count", 3),
        ]);
    }

    [Fact]
    public void A_stage_of_a_message_without_a_trace_is_part_of_the_run()
    {
        using var run = _worker.StartActivity("function Label")!;
        using var stage = PipelineTracing.StartStage("Label", "anonymized", 1, null)!;
        stage.ParentId.ShouldBe(run.Id);
        run.Recorded.ShouldBeTrue();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _worker.Dispose();
    }
}
