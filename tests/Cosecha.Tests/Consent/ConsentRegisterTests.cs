using Cosecha.Anonymization;
using Cosecha.Consent;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Consent;

public sealed class ConsentRegisterTests
{
    private static readonly ConsentGrant Yes = new("2025-01", "es", "whatsapp");

    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryMessageStore _messages = new();
    private readonly InMemoryRedactionScopes _scopes = new();
    private readonly ConsentRegister _register;

    public ConsentRegisterTests() => _register = new ConsentRegister(_consents, _messages, _scopes, _clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_yes_is_kept_with_its_text_its_channel_and_its_time() =>
        (await _register.GrantAsync("u1", Yes, Token)).ShouldBe(new ConsentState("u1", true, 1, "2025-01", "es", "whatsapp", Sample.Noon));

    [Fact]
    public async Task The_same_yes_again_changes_nothing()
    {
        var first = await _register.GrantAsync("u1", Yes, Token);
        _clock.Advance(TimeSpan.FromHours(1));
        (await _register.GrantAsync("u1", Yes, Token)).ShouldBe(first);
        _consents.History.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_yes_to_a_newer_text_is_kept_under_the_same_grant()
    {
        await _register.GrantAsync("u1", Yes, Token);
        var second = await _register.GrantAsync("u1", Yes with { TextVersion = "2026-01" }, Token);
        second.ShouldBe(Sample.Consent() with { TextVersion = "2026-01" });
    }

    [Fact]
    public async Task A_withdrawal_erases_the_users_messages_and_nobody_elses()
    {
        await _register.GrantAsync("u1", Yes, Token);
        await _messages.ClaimAsync([Sample.Header(), Sample.Header("u2")], Token);
        await _messages.AddAsync([Sample.Stored(Sample.Header()), Sample.Stored(Sample.Header("u2"))], Token);
        (await _register.WithdrawAsync("u1", Token)).ShouldBe(1);
        (await _register.FindAsync("u1", Token))!.Granted.ShouldBeFalse();
        _messages.Messages.ShouldHaveSingleItem().Header.UserKey.ShouldBe("u2");
        _messages.Claims.ShouldBe(1);
    }

    [Fact]
    public async Task A_withdrawal_erases_the_numbers_of_all_the_users_conversations_and_nobody_elses()
    {
        await _register.GrantAsync("u1", Yes, Token);
        foreach (var header in new[] { Sample.Header(), Sample.Header(conversation: "c2"), Sample.Header("u2") })
        {
            await _scopes.TrySaveAsync(ScopeId.Of(header), SavedScope.Empty, Token);
        }

        await _register.WithdrawAsync("u1", Token);
        _scopes.Saved.Keys.ShouldHaveSingleItem().UserKey.ShouldBe("u2");
    }

    [Fact]
    public async Task A_withdrawal_of_somebody_who_was_never_asked_leaves_no_trace()
    {
        (await _register.WithdrawAsync("u1", Token)).ShouldBe(0);
        (await _register.FindAsync("u1", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_yes_after_a_withdrawal_does_not_cover_what_was_captured_before()
    {
        var before = await _register.GrantAsync("u1", Yes, Token);
        await _register.WithdrawAsync("u1", Token);
        var after = await _register.GrantAsync("u1", Yes, Token);
        after.Covers(before.Grant).ShouldBeFalse();
        after.Covers(after.Grant).ShouldBeTrue();
    }
}
