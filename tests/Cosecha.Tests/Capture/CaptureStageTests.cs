using Cosecha.Capture;
using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Requests;
using Cosecha.Telemetry;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Capture;

public sealed class CaptureStageTests
{
    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryMessageStore _messages = new();
    private readonly InMemoryCapturedQueue _queue = new();
    private readonly PipelineMetrics _metrics = Sample.Metrics();
    private readonly Pseudonyms _pseudonyms = Sample.Pseudonyms();
    private readonly CaptureStage _stage;

    public CaptureStageTests()
    {
        var identity = new MessageIdentity(_pseudonyms, new SafeId(_pseudonyms), _clock);
        _stage = new CaptureStage(_pseudonyms, identity, _consents, Sample.Recent(_consents), _messages, _queue, _metrics);
    }

    [Fact]
    public async Task A_message_of_a_consenting_user_is_queued_under_the_users_key()
    {
        await ConsentAsync("ana");
        (await PostAsync(Message("ana"))).ShouldBe([CaptureStatus.Queued]);
        var sent = _queue.Sent.ShouldHaveSingleItem();
        sent.Content.ShouldBe("hola");
        sent.Header.UserKey.ShouldBe(_pseudonyms.UserKey("ana"));
        sent.Header.Grant.ShouldBe(1);
    }

    [Fact]
    public async Task Without_consent_nothing_is_kept()
    {
        await ConsentAsync("ana", granted: false);
        (await PostAsync(Message("ana"), Message("bob"))).ShouldBe([CaptureStatus.NoConsent, CaptureStatus.NoConsent]);
        _queue.Sent.ShouldBeEmpty();
        _messages.Claims.ShouldBe(0);
    }

    [Fact]
    public async Task A_repeat_is_called_a_duplicate_and_sent_again_under_the_same_key()
    {
        await ConsentAsync("ana");
        await PostAsync(Message("ana"));
        (await PostAsync(Message("ana"))).ShouldBe([CaptureStatus.Duplicate]);
        _queue.Sent.Count.ShouldBe(2);
        _queue.Sent.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_within_one_request_is_sent_once()
    {
        await ConsentAsync("ana");
        (await PostAsync(Message("ana"), Message("ana"))).ShouldBe([CaptureStatus.Queued, CaptureStatus.Duplicate]);
        _queue.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_with_another_time_is_the_same_message()
    {
        await ConsentAsync("ana");
        await PostAsync(Message("ana") with { Timestamp = null });
        _clock.Advance(TimeSpan.FromSeconds(3));
        (await PostAsync(Message("ana") with { Timestamp = null })).ShouldBe([CaptureStatus.Duplicate]);
        _queue.Sent.Select(m => m.Header.Timestamp).ShouldAllBe(t => t == Sample.Noon);
    }

    [Fact]
    public async Task Without_an_id_the_other_fields_tell_messages_apart()
    {
        await ConsentAsync("ana");
        var first = Message("ana") with { MessageId = null };
        (await PostAsync(first, first with { Content = "chao" }, first)).ShouldBe([
            CaptureStatus.Queued,
            CaptureStatus.Queued,
            CaptureStatus.Duplicate,
        ]);
    }

    [Fact]
    public async Task Users_of_one_request_are_judged_each_on_their_own()
    {
        await ConsentAsync("ana");
        (await PostAsync(Message("bob"), Message("ana"))).ShouldBe([CaptureStatus.NoConsent, CaptureStatus.Queued]);
    }

    [Fact]
    public async Task An_invalid_message_is_reported_and_counted()
    {
        var results = await _stage.RunAsync([new(null, new FieldError("role", "is wrong"), "m9")], TestContext.Current.CancellationToken);
        results.ShouldHaveSingleItem().ShouldBe(new CaptureResult("m9", CaptureStatus.Invalid, new FieldError("role", "is wrong")));
        _metrics.Totals().Values.Single()["captured.invalid"].ShouldBe(1);
    }

    private static PostedMessage Message(string user) => new("m1", "c1", user, Role.User, "hola", Sample.Noon, "whatsapp");

    private Task ConsentAsync(string user, bool granted = true) =>
        _consents.UpdateAsync("", _ => Sample.Consent(_pseudonyms.UserKey(user), granted), TestContext.Current.CancellationToken);

    private async Task<IEnumerable<CaptureStatus>> PostAsync(params PostedMessage[] messages) =>
        (
            await _stage.RunAsync([.. messages.Select(m => new PostedReading(m, null, m.MessageId))], TestContext.Current.CancellationToken)
        ).Select(r => r.Status);
}
