using Cosecha.Capture;
using Cosecha.Consent;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Capture;

public sealed class CaptureRotationTests
{
    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryMessageStore _messages = new();
    private readonly InMemoryCapturedQueue _queue = new();
    private readonly Pseudonyms _a = Sample.Pseudonyms(Sample.Secret(1));
    private readonly Pseudonyms _b = Sample.Pseudonyms(Sample.Secret(2), Sample.Secret(1));
    private readonly Pseudonyms _c = Sample.Pseudonyms(Sample.Secret(3), Sample.Secret(2), Sample.Secret(1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("m1", "c1")]
    [InlineData("wamid.HBgMNTkz", "593991234287")]
    [InlineData(null, "593991234287")]
    public async Task A_message_that_was_claimed_under_an_earlier_key_is_a_duplicate_and_goes_out_as_it_did_then(
        string? id,
        string conversation
    )
    {
        await ConsentAsync();
        var message = Message(id, conversation);
        (await PostAsync(_a, message)).ShouldBe([CaptureStatus.Queued]);
        (await PostAsync(_b, message)).ShouldBe([CaptureStatus.Duplicate]);
        (await PostAsync(_c, message)).ShouldBe([CaptureStatus.Duplicate]);
        _queue.Sent.Select(m => m.Header).Distinct().ShouldHaveSingleItem().UserKey.ShouldBe(_a.UserKey("ana"));
        _messages.Claims.ShouldBe(1);
    }

    [Fact]
    public async Task A_new_message_is_written_under_the_current_key_and_known_after_the_next_rotation()
    {
        await ConsentAsync();
        await PostAsync(_a, Message("m1", "593991234287"));
        (await PostAsync(_b, Message("m1", "593991234287"), Message("m2", "593991234287"))).ShouldBe([
            CaptureStatus.Duplicate,
            CaptureStatus.Queued,
        ]);
        _queue.Sent[^1].Header.UserKey.ShouldBe(_b.UserKey("ana"));
        (await PostAsync(_c, Message("m2", "593991234287"))).ShouldBe([CaptureStatus.Duplicate]);
        _queue.Sent[^1].ShouldBe(_queue.Sent[^2]);
    }

    [Fact]
    public async Task A_conversation_with_a_number_as_its_id_stays_one_over_a_rotation()
    {
        await ConsentAsync();
        await PostAsync(_a, Message("m1", "593991234287"));
        await PostAsync(_b, Message("m2", "593991234287"));
        _queue.Sent.Select(m => m.Header.ConversationId).Distinct().ShouldHaveSingleItem().ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task What_a_build_before_the_rotation_stored_is_found_without_any_previous_key()
    {
        var old = _a.UserKeys("ana")[^1];
        await _consents.UpdateAsync("", _ => Sample.Consent(old), Token);
        await _messages.ClaimAsync([Sample.Header(old)], Token);
        (await PostAsync(_a, Message("m1", "c1"), Message("m2", "c1"))).ShouldBe([CaptureStatus.Duplicate, CaptureStatus.Queued]);
        _queue.Sent.Select(m => m.Header.UserKey).ShouldBe([old, _a.UserKey("ana")]);
    }

    [Fact]
    public async Task A_no_from_before_the_rotation_is_still_a_no()
    {
        await ConsentAsync(granted: false);
        (await PostAsync(_b, Message("m1", "c1"))).ShouldBe([CaptureStatus.NoConsent]);
        _messages.Claims.ShouldBe(0);
    }

    private static PostedMessage Message(string? id, string conversation) =>
        new(id, conversation, "ana", Role.User, "hola", Sample.Noon, "whatsapp");

    private Task ConsentAsync(bool granted = true) => _consents.UpdateAsync("", _ => Sample.Consent(_a.UserKey("ana"), granted), Token);

    private async Task<IEnumerable<CaptureStatus>> PostAsync(Pseudonyms pseudonyms, params PostedMessage[] posted)
    {
        var identity = new MessageIdentity(pseudonyms, new SafeId(pseudonyms), new FakeTimeProvider(Sample.Noon));
        var stage = new CaptureStage(pseudonyms, identity, _consents, Sample.Recent(_consents), _messages, _queue, Sample.Metrics());
        return (await stage.RunAsync([.. posted.Select(m => new PostedReading(m, null, m.MessageId))], Token)).Select(r => r.Status);
    }
}
