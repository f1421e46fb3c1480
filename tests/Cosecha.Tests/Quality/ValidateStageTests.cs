using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Filtering;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Quality;
using Cosecha.Telemetry;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Quality;

public sealed class ValidateStageTests
{
    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryMessageStore _messages = new();
    private readonly PipelineMetrics _metrics = Sample.Metrics();
    private readonly ValidateStage _stage;

    public ValidateStageTests()
    {
        var catalog = CatalogLoader.Load(Path.Combine(AppContext.BaseDirectory, "catalog"));
        var rules = new QualityRules(catalog, new DomainReader(catalog), _ => false);
        var table = new DecisionTable(Options.Create(new QualityOptions()));
        var gate = new ConsentGate(Sample.Recent(_consents));
        _stage = new ValidateStage(
            gate,
            _messages,
            new WithdrawalSweep(gate, _messages, _metrics),
            rules,
            table,
            _metrics,
            new FakeTimeProvider(Sample.Noon)
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_redelivery_stores_and_counts_nothing_twice()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        await _stage.RunAsync([Labeled(Sample.Header())], Token);
        await _stage.RunAsync([Labeled(Sample.Header())], Token);
        _messages.Messages.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Approved);
        _metrics.Totals().Values.Single()[CounterNames.Approved].ShouldBe(1);
    }

    [Fact]
    public async Task The_age_of_a_row_counts_from_when_it_is_stored_and_not_from_when_the_message_was_written()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        await _stage.RunAsync([Labeled(Sample.Header(minute: -600))], Token);
        _messages.Messages.ShouldHaveSingleItem().StoredAt.ShouldBe(Sample.Noon);
    }

    [Fact]
    public async Task What_was_filtered_out_is_kept_without_content()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        var discarded = new LabeledMessage(Sample.Header(), null, [], null, DiscardReasons.Greeting);
        await _stage.RunAsync([discarded], Token);
        var stored = _messages.Messages.ShouldHaveSingleItem();
        stored.Verdict.ShouldBe(Verdict.Discarded);
        stored.Reasons.ShouldBe([DiscardReasons.Greeting]);
        stored.Content.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_of_an_earlier_grant_is_dropped_and_counted()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(grant: 2), Token);
        await _messages.ClaimAsync([Sample.Header()], Token);
        await _stage.RunAsync([Labeled(Sample.Header())], Token);
        _messages.Messages.ShouldBeEmpty();
        _messages.Claims.ShouldBe(0);
        _metrics.Totals().Values.Single()["withdrawn.validate"].ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawal_between_check_and_write_leaves_nothing()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        _messages.BeforeAdd = () => Sample.WithdrawAsync(_consents, _messages, new InMemoryRedactionScopes(), Token);
        await _stage.RunAsync([Labeled(Sample.Header())], Token);
        _messages.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_low_confidence_waits_for_a_person()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        await _stage.RunAsync([Labeled(Sample.Header(), confidence: 0.5)], Token);
        var stored = _messages.Messages.ShouldHaveSingleItem();
        stored.Verdict.ShouldBe(Verdict.Review);
        stored.Reasons.ShouldBe([QualityReasons.LowConfidence]);
    }

    [Fact]
    public async Task Labelers_that_disagree_wait_for_a_person_however_sure_they_are()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        await _stage.RunAsync([Labeled(Sample.Header()) with { Doubts = [QualityReasons.LabelersDisagree] }], Token);
        var stored = _messages.Messages.ShouldHaveSingleItem();
        stored.Verdict.ShouldBe(Verdict.Review);
        stored.Reasons.ShouldBe([QualityReasons.LabelersDisagree]);
    }

    [Fact]
    public async Task Who_gave_a_label_is_kept_with_it_and_counted()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(), Token);
        var model = new Labeler(Labeler.Ai, "the-model", "7");
        var fromAnEarlierBuild = Labeled(Sample.Header(id: "m3"));
        await _stage.RunAsync(
            [
                Labeled(Sample.Header(id: "m1")) with
                {
                    Labeler = model,
                },
                Labeled(Sample.Header(id: "m2")) with
                {
                    Labeler = Labeler.ByRules,
                },
                fromAnEarlierBuild,
            ],
            Token
        );
        _messages.Messages.Select(m => m.Labeler).ShouldBe([model, Labeler.ByRules, null]);
        var counts = _metrics.Totals().Values.Single();
        (counts["labeled"], counts["labelers.ai"], counts["labelers.rules"]).ShouldBe((3, 1, 2));
    }

    private static LabeledMessage Labeled(MessageHeader header, double confidence = 0.95) =>
        new(
            header,
            "precio de HLSO 16/20",
            [],
            new Label
            {
                Intent = Intents.Pricing,
                Product = "HLSO",
                Size = "16/20",
                Confidence = confidence,
                Items = [new LabelItem { Product = "HLSO", Size = "16/20" }],
            }
        );
}
