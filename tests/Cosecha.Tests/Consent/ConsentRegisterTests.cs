using Cosecha.Consent;
using Cosecha.Erasure;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Consent;

public sealed class ConsentRegisterTests
{
    private static readonly ConsentAnswer Yes = new(
        true,
        "2025-01",
        "es",
        Sample.TextHash,
        "whatsapp",
        null,
        ConsentPurposes.Training,
        null
    );

    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryErasures _erasures = new();
    private readonly ConsentRegister _register;

    public ConsentRegisterTests() =>
        _register = new ConsentRegister(_consents, Sample.Recent(_consents), new ErasureDesk(_erasures, _erasures, _clock), _clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_yes_is_kept_with_its_text_its_channel_and_its_time() => (await GrantAsync(Yes)).ShouldBe(Sample.Consent());

    [Fact]
    public async Task The_same_yes_again_changes_nothing()
    {
        var first = await GrantAsync(Yes);
        _clock.Advance(TimeSpan.FromHours(1));
        (await _register.RecordAsync(["u1"], Yes, Token)).ShouldBe(new ConsentRecording(ConsentOutcome.Repeated, first, null));
        _consents.LedgerOf("u1").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_yes_to_a_newer_text_is_kept_under_the_same_grant()
    {
        await GrantAsync(Yes);
        _clock.Advance(TimeSpan.FromHours(1));
        var second = await GrantAsync(Yes with { TextVersion = "2026-01" });
        second.Last.ShouldBe(Sample.Event(minute: 60) with { TextVersion = "2026-01" });
    }

    [Fact]
    public async Task An_old_yes_that_is_repeated_after_a_withdrawal_is_answered_as_superseded()
    {
        var old = Yes with { At = Sample.Noon };
        await GrantAsync(old);
        _clock.Advance(TimeSpan.FromHours(1));
        await _register.WithdrawAsync(["u1"], Token);
        foreach (var at in new[] { Sample.Noon, Sample.Noon.AddMinutes(30), Sample.Noon.AddHours(1) })
        {
            var replay = await _register.RecordAsync(["u1"], Yes with { At = at }, Token);
            replay.Outcome.ShouldBe(ConsentOutcome.Superseded);
            replay.State.Last.Status.ShouldBe(ConsentStatus.Withdrawn);
        }
    }

    [Fact]
    public async Task A_withdrawal_stands_against_a_yes_of_a_bot_whose_clock_is_ahead()
    {
        await GrantAsync(Yes with { At = Sample.Noon.AddMinutes(4) });
        await _register.WithdrawAsync(["u1"], Token);
        (await _register.FindAsync(["u1"], Token))!.Granted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_withdrawal_stands_against_a_yes_from_between_the_two()
    {
        await GrantAsync(Yes);
        await _register.WithdrawAsync(["u1"], Token);
        _clock.Advance(TimeSpan.FromHours(1));
        await _register.WithdrawAsync(["u1"], Token);
        (await GrantAsync(Yes with { At = Sample.Noon.AddMinutes(30) })).Granted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false, ConsentPurposes.Training, ConsentStatus.Denied)]
    [InlineData(true, ConsentPurposes.Retrieval, ConsentStatus.Granted)]
    public async Task An_answer_that_no_longer_allows_training_orders_the_erasure_and_so_does_its_repeat(
        bool granted,
        ConsentPurposes purposes,
        ConsentStatus status
    )
    {
        await GrantAsync(Yes);
        var no = Yes with { Granted = granted, Purposes = purposes };
        var first = await _register.RecordAsync(["u1"], no, Token);
        var repeat = await _register.RecordAsync(["u1"], no, Token);
        first.State.Last.Status.ShouldBe(status);
        first.State.Covers(first.State.Grant).ShouldBeFalse();
        (first.Outcome, repeat.Outcome).ShouldBe((ConsentOutcome.Recorded, ConsentOutcome.Repeated));
        _erasures.Orders.Select(o => o.Id).ShouldBe([first.ErasureId, repeat.ErasureId]);
        _consents.LedgerOf("u1").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_withdrawal_withdraws_all_purposes()
    {
        await GrantAsync(Yes with { Purposes = ConsentPurposes.Training | ConsentPurposes.Retrieval });
        await _register.WithdrawAsync(["u1"], Token);
        var last = (await _register.FindAsync(["u1"], Token))!.Last;
        last.Purposes.ShouldBe(ConsentPurposes.Training | ConsentPurposes.Retrieval);
        last.Status.ShouldBe(ConsentStatus.Withdrawn);
    }

    [Fact]
    public async Task A_withdrawal_orders_the_erasure_with_what_was_said()
    {
        await GrantAsync(Yes);
        var id = await _register.WithdrawAsync(["u1"], Token);
        var order = _erasures.Orders.ShouldHaveSingleItem();
        order.UserKeys.ShouldBe(["u1"]);
        (order.Id, order.Event).ShouldBe((id, _consents.LedgerOf("u1")[^1]));
        _erasures.Records[id].CompletedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_no_of_somebody_who_never_said_yes_erases_nothing()
    {
        (await _register.RecordAsync(["u1"], Yes with { Granted = false }, Token)).ErasureId.ShouldBeNull();
        _erasures.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawal_of_somebody_who_was_never_asked_leaves_nothing_in_the_ledger()
    {
        await _register.WithdrawAsync(["u1"], Token);
        _erasures.Orders.ShouldHaveSingleItem().Event.ShouldBeNull();
        (await _register.FindAsync(["u1"], Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_yes_after_a_withdrawal_does_not_cover_what_was_captured_before()
    {
        var before = await GrantAsync(Yes);
        await _register.WithdrawAsync(["u1"], Token);
        var after = await GrantAsync(Yes);
        after.Covers(before.Grant).ShouldBeFalse();
        after.Covers(after.Grant).ShouldBeTrue();
    }

    private async Task<ConsentState> GrantAsync(ConsentAnswer answer) => (await _register.RecordAsync(["u1"], answer, Token)).State;
}
