using Cosecha.Consent;
using Cosecha.Erasure;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Consent;

public sealed class CarryingOverTests
{
    private static readonly ConsentAnswer Yes = new(
        true,
        "2025-01",
        "es",
        Sample.TextHash,
        "whatsapp",
        "evidence-old",
        ConsentPurposes.Training,
        null
    );

    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryErasures _erasures = new();
    private readonly ConsentRegister _register;

    public CarryingOverTests() =>
        _register = new ConsentRegister(_consents, Sample.Recent(_consents), new ErasureDesk(_erasures, _erasures, _clock), _clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_known_under_the_current_key_costs_one_look()
    {
        await _register.RecordAsync(["a"], Yes, Token);
        var finds = _consents.Finds;
        (await _consents.CarryOverAsync(["a", "old1", "old2"], Token))!.Granted.ShouldBeTrue();
        (_consents.Finds - finds).ShouldBe(1);
    }

    [Fact]
    public async Task Looking_somebody_up_carries_nobody_over()
    {
        await _register.RecordAsync(["a"], Yes, Token);
        (await _register.FindAsync(["b", "a"], Token))!.UserKey.ShouldBe("a");
        _consents.LedgerOf("b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Over_several_rotations_one_ledger_decides_for_all_keys()
    {
        await _register.RecordAsync(["a"], Yes, Token);
        await _consents.CarryOverAsync(["b", "a"], Token);
        var state = (await _consents.CarryOverAsync(["c", "b", "a"], Token))!;
        state.AllKeys.ShouldBe(["a", "b", "c"]);
        (await Task.WhenAll(new[] { "a", "b", "c" }.Select(AllowsAsync))).ShouldBe([true, true, true]);

        await _register.WithdrawAsync(["c", "b", "a"], Token);
        (await Task.WhenAll(new[] { "a", "b", "c" }.Select(AllowsAsync))).ShouldBe([false, false, false]);
    }

    [Fact]
    public async Task A_rotation_back_to_an_earlier_key_leaves_the_ledger_where_it_is()
    {
        await _register.RecordAsync(["a"], Yes, Token);
        await _consents.CarryOverAsync(["b", "a"], Token);
        (await _consents.CarryOverAsync(["a", "b"], Token))!.AllKeys.ShouldBe(["a", "b"]);
        await _register.WithdrawAsync(["a", "b"], Token);
        (await AllowsAsync("b")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_yes_that_was_given_under_an_earlier_key_is_known_when_it_is_repeated()
    {
        await _register.RecordAsync(["a"], Yes, Token);
        _clock.Advance(TimeSpan.FromHours(1));
        var repeat = Yes with { EvidenceMessageId = "evidence-new", FormerEvidenceIds = ["evidence-new", "evidence-old"] };
        (await _register.RecordAsync(["b", "a"], repeat, Token)).Outcome.ShouldBe(ConsentOutcome.Repeated);
    }

    [Fact]
    public async Task An_old_yes_that_comes_again_after_the_rotation_does_not_undo_a_withdrawal_from_before_it()
    {
        await _register.RecordAsync(["a"], Yes with { At = Sample.Noon }, Token);
        _clock.Advance(TimeSpan.FromHours(1));
        await _register.WithdrawAsync(["a"], Token);
        (await _register.RecordAsync(["b", "a"], Yes with { At = Sample.Noon }, Token)).Outcome.ShouldBe(ConsentOutcome.Superseded);
    }

    [Fact]
    public async Task A_withdrawal_erases_under_all_keys_also_under_one_that_is_no_longer_in_the_settings()
    {
        await _register.RecordAsync(["lost"], Yes, Token);
        await _consents.CarryOverAsync(["a", "lost"], Token);
        await _register.WithdrawAsync(["b", "a"], Token);
        _erasures.Orders.ShouldHaveSingleItem().UserKeys.ShouldBe(["b", "a", "lost"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_withdrawal_ends_what_was_allowed_under_two_keys_at_once()
    {
        await _register.RecordAsync(["a"], Yes, Token);
        await _register.RecordAsync(["b"], Yes, Token);
        await _register.WithdrawAsync(["b", "a"], Token);
        (await AllowsAsync("a")).ShouldBeFalse();
        (await AllowsAsync("b")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_denial_after_the_rotation_erases_what_was_stored_before()
    {
        await _register.RecordAsync(["a"], Yes, Token);
        await _register.RecordAsync(["b", "a"], Yes with { Granted = false }, Token);
        _erasures.Orders.ShouldHaveSingleItem().UserKeys.ShouldBe(["b", "a"]);
    }

    private async Task<bool> AllowsAsync(string userKey)
    {
        MessageHeader header = Sample.Header(userKey);
        return (await new ConsentGate(Sample.Recent(_consents)).ReadAsync([header], Token))(header);
    }
}
