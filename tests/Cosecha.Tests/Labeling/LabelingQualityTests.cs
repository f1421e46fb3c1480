using Cosecha.Filtering;
using Cosecha.Labeling;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Labeling;

/// <summary>Holds what the rules have learned from the invented messages of messages.jsonl. How well they do on new ones is in observations.jsonl.</summary>
public sealed class LabelingQualityTests
{
    private readonly RuleLabeler _labeler = new(CatalogFixture.Catalog, CatalogFixture.Reader);

    [Fact]
    public void Intents_stay_right() => Share(m => _labeler.Label(m.Text).Intent == m.Label.Intent).ShouldBeGreaterThan(0.97);

    [Fact]
    public void Items_stay_right() => Share(m => _labeler.Label(m.Text).Items.SequenceEqual(m.Label.Items)).ShouldBeGreaterThan(0.97);

    [Fact]
    public void The_filter_stays_right() =>
        Share(m => new RelevanceFilter(CatalogFixture.Reader).DiscardReason(m.Text) is null == m.Usable).ShouldBeGreaterThan(0.97);

    [Fact]
    public void The_calibration_is_the_one_that_the_observations_give()
    {
        var fitted = CalibrationFit.Fit(GoldMessage.Observations);
        var shipped = CatalogFixture.Catalog.Calibration;
        shipped.Bias.ShouldBe(fitted.Bias, 0.001);
        shipped.Weights.Keys.ShouldBe(fitted.Weights.Keys, ignoreOrder: true);
        foreach (var (feature, weight) in fitted.Weights)
        {
            shipped.Weights[feature].ShouldBe(weight, 0.001, feature);
        }
    }

    [Fact]
    public void A_confidence_is_a_probability_that_tells_messages_apart()
    {
        var confidences = GoldMessage.All.Select(m => _labeler.Label(m.Text).Confidence).ToList();
        confidences.ShouldAllBe(c => c > 0 && c < 1);
        confidences.Count(c => c >= 0.85).ShouldBeInRange(confidences.Count * 6 / 10, confidences.Count * 98 / 100);
    }

    private static double Share(Func<GoldMessage, bool> right) => GoldMessage.All.Count(right) / (double)GoldMessage.All.Count;
}
