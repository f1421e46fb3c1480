using Cosecha.Consent;
using Cosecha.Erasure;
using Cosecha.Tests.Fakes;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Consent;

public sealed class ConsentLedgerTests
{
    private static readonly Gen<ConsentAnswer> Answers = Gen.Select(
        Gen.Bool,
        Gen.Int[0, 5],
        Gen.Int[1, 2].Select(v => $"2026-0{v}"),
        Gen.Int[1, 3].Select(p => (ConsentPurposes)p),
        (granted, minute, version, purposes) =>
            new ConsentAnswer(granted, version, "es", Sample.TextHash, "whatsapp", null, purposes, Sample.Noon.AddMinutes(minute))
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Without_events_nobody_was_asked() => ConsentLedger.Derive("u1", []).ShouldBeNull();

    [Fact]
    public void The_later_event_stands_in_whatever_order_they_arrive()
    {
        ConsentEvent[] events = [Sample.Event(ConsentStatus.Withdrawn, 1), Sample.Event(minute: 2), Sample.Event()];
        ConsentLedger.Derive("u1", events)!.Last.ShouldBe(events[1]);
        ConsentLedger.Derive("u1", events.Reverse())!.Last.ShouldBe(events[1]);
    }

    [Theory]
    [InlineData(ConsentStatus.Granted, ConsentStatus.Denied)]
    [InlineData(ConsentStatus.Granted, ConsentStatus.Withdrawn)]
    [InlineData(ConsentStatus.Denied, ConsentStatus.Withdrawn)]
    public void Of_two_events_of_one_instant_the_one_that_allows_less_stands(ConsentStatus more, ConsentStatus less)
    {
        ConsentEvent[] events = [Sample.Event(less), Sample.Event(more)];
        ConsentLedger.Derive("u1", events)!.Last.Status.ShouldBe(less);
        ConsentLedger.Derive("u1", events.Reverse())!.Last.Status.ShouldBe(less);
    }

    [Fact]
    public async Task Whatever_arrives_in_whatever_order_the_stored_state_is_the_one_that_the_ledger_gives() =>
        await Gen.Select(Gen.Select(Answers, Gen.Bool).Array[1, 12], Gen.Int[0, 8])
            .SampleAsync(
                async (steps, minute) =>
                {
                    var consents = new InMemoryConsentStore();
                    var clock = new FakeTimeProvider(Sample.Noon.AddMinutes(minute));
                    var erasures = new InMemoryErasures();
                    var register = new ConsentRegister(
                        consents,
                        Sample.Recent(consents),
                        new ErasureDesk(erasures, erasures, clock),
                        clock
                    );
                    foreach (var (answer, isWithdrawal) in steps)
                    {
                        Task step = isWithdrawal ? register.WithdrawAsync(["u1"], Token) : register.RecordAsync(["u1"], answer, Token);
                        await step;
                    }

                    var stored = await register.FindAsync(["u1"], Token);
                    var ledger = consents.LedgerOf("u1");
                    ConsentLedger.Derive("u1", ledger.OrderBy(e => e.Key[^4..], StringComparer.Ordinal)).ShouldBe(stored);
                    var latest = ledger.Where(e => ledger.TrueForAll(other => other.At <= e.At));
                    stored?.Last.Status.ShouldBe(latest.Max(e => e.Status));
                }
            );
}
