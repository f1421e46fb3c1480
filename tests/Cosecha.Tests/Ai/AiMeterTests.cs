using Cosecha.Ai;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.AI;

namespace Cosecha.Tests.Ai;

public sealed class AiMeterTests : IDisposable
{
    private const string Model = "gen_ai.operation.name=chat gen_ai.provider.name=azure.ai.openai gen_ai.request.model=mini";

    private readonly Measurements _measured = new();
    private readonly AiMeter _meter;

    public AiMeterTests() =>
        _meter = new(
            new AiOptions
            {
                Model = "mini",
                InputPricePerMillion = 2,
                OutputPricePerMillion = 10,
            },
            _measured.Metrics
        );

    [Fact]
    public void An_answer_has_a_time_tokens_and_a_cost()
    {
        _meter.Answered(null, new UsageDetails { InputTokenCount = 500, OutputTokenCount = 100 }, TimeSpan.FromSeconds(1.5));
        _measured.All.ShouldBe([
            $"gen_ai.client.operation.duration 1.5 {Model}",
            $"gen_ai.client.token.usage 500 {Model} gen_ai.token.type=input",
            $"gen_ai.client.token.usage 100 {Model} gen_ai.token.type=output",
            "cosecha.ai.cost 0.002",
        ]);
        var day = _measured.Metrics.Totals().Values.Single();
        (day["ai_calls.ok"], day["ai_tokens.input"], day["ai_tokens.output"], day["ai_cost"]).ShouldBe((1, 500, 100, 0.002));
    }

    [Fact]
    public void An_answer_that_is_not_of_the_schema_is_an_error_of_parsing()
    {
        _meter.Answered(AiFailures.Unparsable, null, TimeSpan.FromSeconds(1));
        _measured.All.ShouldContain($"gen_ai.client.operation.duration 1 {Model} error.type=ai_unparsable");
        _measured.All.ShouldContain("cosecha.parse.errors 1 cosecha.type=ai_answer");
    }

    [Fact]
    public void A_service_that_is_away_has_a_time_and_no_tokens()
    {
        _meter.Unavailable(TimeSpan.FromSeconds(30));
        _measured.All.ShouldBe([$"gen_ai.client.operation.duration 30 {Model} error.type=unavailable"]);
        _measured.Metrics.Totals().Values.Single()["ai_calls.unavailable"].ShouldBe(1);
    }

    public void Dispose() => _measured.Dispose();
}
