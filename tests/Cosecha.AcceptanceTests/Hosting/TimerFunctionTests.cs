using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Cosecha.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.AcceptanceTests.Hosting;

/// <summary>Hosts on a clock that stands still until the test moves it; their locks and states are real blobs.</summary>
public sealed class TimerFunctionTests(AzuriteFixture storage)
{
    private const string Daily = "0 0 7 * * *";

    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string hostId = storage.UniqueName("host");

    private Task<TestHost> StartAsync<TFunctions>(FakeTimeProvider time, string schedule = Daily) =>
        TestHost.StartAsync(
            storage.ConnectionString,
            typeof(TFunctions),
            new() { ["Export:Schedule"] = schedule, ["AzureFunctionsWebHost:hostid"] = hostId },
            services => services.AddSingleton<TimeProvider>(time)
        );

    private static Task IsDueAsync(TestHost host, string due) =>
        Eventually.TrueAsync(() => host.Log.ToString().Contains($"is due at {due}"), $"due at {due}");

    private static Task SeenAsync(TestHost host, params string[] expected) =>
        Eventually.TrueAsync(
            () => host.Probe.Seen.SequenceEqual(expected),
            $"expected {string.Join(" | ", expected)}; saw what the probe says"
        );

    [Fact]
    public async Task A_timer_fires_when_it_is_due_and_then_at_the_next_occurrence()
    {
        var time = new FakeTimeProvider(Day.AddHours(6));
        await using var host = await StartAsync<Recording>(time);
        await IsDueAsync(host, "2026-03-01 07:00:00Z");
        time.Advance(TimeSpan.FromMinutes(59));
        host.Probe.Seen.ShouldBeEmpty();
        time.Advance(TimeSpan.FromMinutes(1));
        await SeenAsync(host, "past due False, last 0001-01-01 00:00, next 2026-03-01 07:00");
        await IsDueAsync(host, "2026-03-02 07:00:00Z");
        time.Advance(TimeSpan.FromDays(1));
        await SeenAsync(
            host,
            "past due False, last 0001-01-01 00:00, next 2026-03-01 07:00",
            "past due False, last 2026-03-01 07:00, next 2026-03-02 07:00"
        );
    }

    [Fact]
    public async Task A_run_that_was_missed_while_no_host_ran_is_made_up_for_once_and_is_past_due()
    {
        await using (var first = await StartAsync<Recording>(new FakeTimeProvider(Day.AddHours(6))))
            await IsDueAsync(first, "2026-03-01 07:00:00Z");

        await using (var second = await StartAsync<Recording>(new FakeTimeProvider(Day.AddHours(30))))
        {
            await IsDueAsync(second, "2026-03-02 07:00:00Z");
            await SeenAsync(second, "past due True, last 0001-01-01 00:00, next 2026-03-01 07:00");
        }

        await using var third = await StartAsync<Recording>(new FakeTimeProvider(Day.AddHours(30.5)));
        await IsDueAsync(third, "2026-03-02 07:00:00Z");
        third.Probe.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_monitor_a_missed_run_is_not_made_up_for()
    {
        await using (var first = await StartAsync<Unmonitored>(new FakeTimeProvider(Day.AddHours(6))))
            await IsDueAsync(first, "2026-03-01 07:00:00Z");
        await using var second = await StartAsync<Unmonitored>(new FakeTimeProvider(Day.AddHours(30)));
        await IsDueAsync(second, "2026-03-02 07:00:00Z");
        second.Probe.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_hosts_one_fires_and_the_other_takes_over_when_the_first_stops()
    {
        var time = new FakeTimeProvider(Day.AddHours(6));
        await using var one = await StartAsync<Recording>(time);
        await IsDueAsync(one, "2026-03-01 07:00:00Z");
        await using var other = await StartAsync<Recording>(time);
        time.Advance(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => one.Probe.Seen.Count == 1, "the first host fires");
        await IsDueAsync(one, "2026-03-02 07:00:00Z");

        await one.StopAsync();
        await Eventually.TrueAsync(
            () =>
            {
                // The other host looks again every third of the lock's time.
                time.Advance(TimeSpan.FromSeconds(10));
                return other.Log.ToString().Contains("is due at 2026-03-02 07:00:00Z");
            },
            "the other host takes over"
        );
        time.Advance(TimeSpan.FromDays(1));
        await SeenAsync(other, "past due False, last 2026-03-01 07:00, next 2026-03-02 07:00");
        one.Probe.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_loses_the_lock_stops_firing_until_it_has_it_again()
    {
        var time = new FakeTimeProvider(Day.AddHours(6));
        await using var host = await StartAsync<Recording>(time);
        await IsDueAsync(host, "2026-03-01 07:00:00Z");
        var blob = new BlobClient(
            storage.ConnectionString,
            "azure-webjobs-hosts",
            $"locks/{hostId}/{typeof(Recording).FullName}.Run.Listener",
            StorageApi.Blobs()
        );
        await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: TestContext.Current.CancellationToken);
        var thief = blob.GetBlobLeaseClient();
        await thief.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(10));
        await Eventually.TrueAsync(() => host.Log.ToString().Contains("is lost"), "the host notices");
        time.Advance(TimeSpan.FromHours(1));
        host.Probe.Seen.ShouldBeEmpty();

        await thief.ReleaseAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                return host.Probe.Seen.Count > 0;
            },
            "the host has the lock again"
        );
        host.Probe.Seen.ShouldBe(["past due True, last 0001-01-01 00:00, next 2026-03-01 07:00"]);
    }

    [Fact]
    public async Task A_run_that_fails_is_logged_and_the_schedule_goes_on()
    {
        var time = new FakeTimeProvider(Day.AddHours(6));
        await using var host = await StartAsync<Failing>(time);
        await IsDueAsync(host, "2026-03-01 07:00:00Z");
        time.Advance(TimeSpan.FromHours(1));
        await IsDueAsync(host, "2026-03-02 07:00:00Z");
        time.Advance(TimeSpan.FromDays(1));
        await SeenAsync(host, "ran", "ran");
        host.Log.ToString().ShouldContain("Timer function Failing failed: System.InvalidOperationException");
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_fires_at_once()
    {
        await using var host = await StartAsync<Eager>(new FakeTimeProvider(Day.AddHours(6)));
        await SeenAsync(host, "past due False");
    }

    [Theory]
    [InlineData("30 2 * * *", "2026-03-01 02:30:00Z")]
    [InlineData("15 */10 * * * *", "2026-03-01 00:00:15Z")]
    [InlineData("0 0 9 * * MON-FRI", "2026-03-02 09:00:00Z")]
    public async Task Schedules_have_five_fields_or_six_with_seconds_first(string schedule, string due)
    {
        await using var host = await StartAsync<Recording>(new FakeTimeProvider(Day), schedule);
        await IsDueAsync(host, due);
    }

    public sealed class Recording(Probe probe)
    {
        [Function("Recording")]
        public void Run([TimerTrigger("%Export:Schedule%")] TimerInfo timer) =>
            probe.Report(
                $"past due {timer.IsPastDue}, last {timer.ScheduleStatus!.Last:yyyy-MM-dd HH:mm}, next {timer.ScheduleStatus.Next:yyyy-MM-dd HH:mm}"
            );
    }

    public sealed class Unmonitored(Probe probe)
    {
        [Function("Unmonitored")]
        public void Run([TimerTrigger("%Export:Schedule%", UseMonitor = false)] TimerInfo timer) => probe.Report("ran");
    }

    public sealed class Eager(Probe probe)
    {
        [Function("Eager")]
        public Task Run([TimerTrigger("%Export:Schedule%", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken)
        {
            probe.Report($"past due {timer.IsPastDue}");
            return Task.CompletedTask;
        }
    }

    public sealed class Failing(Probe probe)
    {
        [Function("Failing")]
        public void Run([TimerTrigger("%Export:Schedule%")] TimerInfo timer)
        {
            probe.Report("ran");
            throw new InvalidOperationException("secret");
        }
    }
}
