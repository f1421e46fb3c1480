using Cosecha.Ai;
using Cosecha.Catalog;
using Cosecha.Consent;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Quality;
using Cosecha.Tests.Catalog;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Labeling;

public sealed class LabelStageTests : IDisposable
{
    private readonly InMemoryConsentStore _consents = new();
    private readonly ScriptedChatClient _model = new(
        """{"intent":"pricing","items":[],"destination":null,"language":"es","confidence":0.9}"""
    );
    private readonly Cosecha.Telemetry.PipelineMetrics _metrics = Sample.Metrics();
    private readonly StructuredChat _chat;

    public LabelStageTests() => _chat = new(_model, Options.Create(new AiOptions()), _metrics, new AiStatus(), TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _chat.Dispose();
        _model.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public async Task What_a_user_no_longer_allows_is_not_sent_to_the_model_and_forgotten()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent(granted: false), Token);
        await _consents.UpdateAsync("u2", _ => Sample.Consent("u2"), Token);

        var labeled = await Stage(LabelingModes.Ai).RunAsync([Message("u1"), Message("u2")], Token);

        labeled.ShouldHaveSingleItem().Header.UserKey.ShouldBe("u2");
        _model.Calls.ShouldBe(1);
        _metrics.Totals().Values.Single()["withdrawn.label"].ShouldBe(1);
    }

    [Fact]
    public async Task The_rules_label_within_the_app_and_leave_consent_to_the_next_stage()
    {
        var labeled = await Stage(LabelingModes.Rules).RunAsync([Message("u1")], Token);

        labeled.ShouldHaveSingleItem().Label!.Product.ShouldBe("HLSO");
        _model.Calls.ShouldBe(0);
    }

    private LabelStage Stage(string mode)
    {
        var place = Options.Create(new CatalogOptions { Path = CatalogFixture.Folder });
        var ai = new AiLabeler(_chat, CatalogFixture.Catalog, CatalogFixture.Reader, place, Options.Create(new AiOptions()));
        var labeler = new MessageLabeler(
            new RuleLabeler(CatalogFixture.Catalog, CatalogFixture.Reader),
            Options.Create(new LabelingOptions { Mode = mode }),
            Options.Create(new QualityOptions()),
            ai
        );
        var sweep = new WithdrawalSweep(new ConsentGate(Sample.Recent(_consents)), new InMemoryMessageStore(), _metrics);
        return new(CatalogFixture.Reader, labeler, sweep);
    }

    private static AnonymizedMessage Message(string user) => new(Sample.Header(user), "precio de HLSO 16/20 a Houston", []);
}
