using Cosecha.Audit;
using Cosecha.Consent;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Audit;

public sealed class AuditTrailTests
{
    private readonly InMemoryAuditLog _log = new();

    [Fact]
    public async Task What_is_done_is_written_down_with_what_came_of_it()
    {
        (
            await Trail()
                .RunAsync(Actors.Timer, AuditAction.Export, "Export", () => Task.FromResult("v1"), version => (version, AuditOutcome.Done))
        ).ShouldBe("v1");
        _log.Entries.ShouldBe([new(Sample.Noon, "timer", AuditAction.Export, "v1", AuditOutcome.Done)]);
    }

    [Fact]
    public async Task What_fails_is_written_down_and_fails()
    {
        await Should.ThrowAsync<IOException>(() =>
            Trail().RunAsync<int>(Actors.Timer, AuditAction.Export, "Export", () => throw new IOException())
        );
        _log.Entries.ShouldBe([new(Sample.Noon, "timer", AuditAction.Export, "Export", AuditOutcome.Failed)]);
    }

    [Fact]
    public async Task What_fails_keeps_its_cause_when_the_audit_fails_too()
    {
        _log.Failure = new TimeoutException();
        using var metrics = Sample.Metrics();
        var trail = new AuditTrail(_log, metrics, TimeProvider.System, NullLogger<AuditTrail>.Instance);
        await Should.ThrowAsync<IOException>(() =>
            trail.RunAsync<int>(Actors.Timer, AuditAction.Export, "Export", () => throw new IOException())
        );
        metrics.Totals().Values.Single()["audit_lost.export"].ShouldBe(1);
    }

    [Fact]
    public async Task What_is_done_and_cannot_be_written_down_fails_so_that_it_is_repeated()
    {
        _log.Failure = new TimeoutException();
        await Should.ThrowAsync<TimeoutException>(() =>
            Trail().RunAsync(Actors.Bot, AuditAction.Export, "Export", () => Task.FromResult(1))
        );
    }

    [Theory]
    [InlineData(true, ConsentOutcome.Recorded, AuditAction.ConsentGranted, AuditOutcome.Recorded)]
    [InlineData(true, ConsentOutcome.Repeated, AuditAction.ConsentGranted, AuditOutcome.Repeated)]
    [InlineData(false, ConsentOutcome.Superseded, AuditAction.ConsentDenied, AuditOutcome.Superseded)]
    public async Task An_answer_of_a_user_is_the_bots_under_the_users_key(
        bool granted,
        ConsentOutcome outcome,
        AuditAction action,
        AuditOutcome written
    )
    {
        await new ConsentAudit(Trail()).RecordAsync(new(outcome, Sample.Consent("key"), null), granted);
        _log.Entries.ShouldBe([new(Sample.Noon, "bot", action, "key", written)]);
    }

    private AuditTrail Trail() => new(_log, Sample.Metrics(), new FakeTimeProvider(Sample.Noon), NullLogger<AuditTrail>.Instance);
}
