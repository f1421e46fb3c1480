using Cosecha.Messages;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cosecha.Tests.Messages;

public sealed class QueueStageTests
{
    [Theory]
    [InlineData("not json", "refused.not_json")]
    [InlineData("{\"schema\":99,\"messages\":[]}", "refused.unknown_schema")]
    public async Task What_no_stage_can_read_goes_to_poison_as_it_is_and_is_counted(string payload, string counter)
    {
        var metrics = Sample.Metrics();
        var stage = new QueueStage(metrics, NullLogger<QueueStage>.Instance);
        var hop = await stage.RunAsync<CapturedMessage>(
            "Test",
            payload,
            PipelineJson.Plain.MessageBatchCapturedMessage,
            _ => throw new InvalidOperationException("must not run")
        );
        hop.Next.ShouldBeEmpty();
        hop.Refused.ShouldBe([payload]);
        metrics.Totals().Values.Single()[counter].ShouldBe(1);
    }
}
