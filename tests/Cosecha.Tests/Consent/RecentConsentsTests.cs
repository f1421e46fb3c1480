using Cosecha.Consent;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Consent;

public sealed class RecentConsentsTests
{
    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly InMemoryConsentStore _consents = new();
    private readonly RecentConsents _recent;
    private readonly ConsentGate _gate;

    public RecentConsentsTests()
    {
        _recent = Sample.Recent(_consents, _clock);
        _gate = new ConsentGate(_recent);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_yes_is_read_once_in_half_a_minute()
    {
        await SetAsync(Sample.Consent());
        for (var second = 0; second < 30; second++)
        {
            (await PassesAsync()).ShouldBeTrue();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _consents.Finds.ShouldBe(1);
        (await PassesAsync()).ShouldBeTrue();
        _consents.Finds.ShouldBe(2);
    }

    [Fact]
    public async Task A_withdrawal_that_another_process_took_is_seen_after_half_a_minute_and_by_the_last_look_at_once()
    {
        await SetAsync(Sample.Consent());
        (await PassesAsync()).ShouldBeTrue();
        await SetAsync(Sample.Consent(granted: false));
        _clock.Advance(RecentConsents.MaxAge - TimeSpan.FromSeconds(1));
        (await PassesAsync()).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await PassesAsync()).ShouldBeFalse();

        await SetAsync(Sample.Consent());
        (await PassesAsync()).ShouldBeTrue();
        await SetAsync(Sample.Consent(granted: false));
        (await _gate.ReadAsync([Sample.Header()], Token))(Sample.Header()).ShouldBeFalse();
        (await PassesAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_no_is_never_remembered_so_that_a_new_yes_counts_at_once()
    {
        await SetAsync(Sample.Consent(granted: false));
        (await PassesAsync()).ShouldBeFalse();
        await SetAsync(Sample.Consent());
        (await PassesAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_under_a_grant_that_is_newer_than_what_is_remembered_is_not_dropped()
    {
        await SetAsync(Sample.Consent());
        (await PassesAsync()).ShouldBeTrue();
        await SetAsync(Sample.Consent(grant: 2));
        (await _gate.ReadRecentAsync([Sample.Header(grant: 2)], Token))(Sample.Header(grant: 2)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_this_process_records_it_knows_at_once()
    {
        await SetAsync(Sample.Consent());
        (await PassesAsync()).ShouldBeTrue();
        var erasures = new InMemoryErasures();
        var register = new ConsentRegister(_consents, _recent, new(erasures, erasures, _clock), _clock);
        await register.WithdrawAsync(["u1"], Token);
        (await PassesAsync()).ShouldBeFalse();
    }

    private async Task<bool> PassesAsync() => (await _gate.ReadRecentAsync([Sample.Header()], Token))(Sample.Header());

    private Task SetAsync(ConsentState state) => _consents.UpdateAsync("u1", _ => state, Token);
}
