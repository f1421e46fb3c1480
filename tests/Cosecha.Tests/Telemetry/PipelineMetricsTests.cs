using Cosecha.Telemetry;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Telemetry;

public sealed class PipelineMetricsTests : IDisposable
{
    private readonly Measurements _measured = new();

    [Fact]
    public void A_count_is_in_the_instrument_and_in_the_total_of_the_day_with_its_reason_as_a_code()
    {
        _measured.Metrics.Count(CounterNames.Captured, "NoConsent");
        _measured.Metrics.Count(CounterNames.Captured, "NoConsent", 2);
        _measured.Metrics.Count(CounterNames.Approved);
        _measured.All.ShouldBe([
            "cosecha.message.captured 1 cosecha.outcome=no_consent",
            "cosecha.message.captured 2 cosecha.outcome=no_consent",
            "cosecha.message.approved 1",
        ]);
        _measured
            .Metrics.Totals()
            .Values.Single()
            .ShouldBe(new Dictionary<string, double> { ["captured.no_consent"] = 3, ["approved"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void A_counter_that_is_a_figure_of_a_histogram_is_in_the_totals_only()
    {
        _measured.Metrics.Count(CounterNames.Labeled);
        _measured.Metrics.Totals().Values.Single()["labeled"].ShouldBe(1);
        _measured.All.ShouldBeEmpty();
    }

    [Fact]
    public void A_value_without_something_to_tell_has_no_such_attribute()
    {
        _measured.Metrics.Record(Instruments.StageDuration, 0.5, (AttributeKeys.Queue, "captured"), (AttributeKeys.ErrorType, null));
        _measured.All.ShouldBe(["messaging.process.duration 0.5 messaging.destination.name=captured"]);
    }

    public void Dispose() => _measured.Dispose();
}
