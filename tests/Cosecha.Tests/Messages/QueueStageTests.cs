using System.Text.Json;
using Cosecha.Failures;
using Cosecha.Messages;
using Cosecha.Tests.Architecture;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Messages;

public sealed class QueueStageTests
{
    private readonly FailureWorld _world = new();

    [Theory]
    [InlineData("not json", "not_json")]
    [InlineData("{\"schema\":99,\"messages\":[]}", "unknown_schema")]
    public async Task What_no_stage_can_read_goes_to_poison_as_it_is_with_its_reason_and_is_counted(string payload, string reason)
    {
        var hop = await _world.DeliverAsync(payload, _ => throw new InvalidOperationException("must not run"));
        hop.Next.ShouldBeEmpty();
        hop.Refused.ShouldBe([payload]);
        _world.Metrics.Totals().Values.Single()[$"refused.{reason}"].ShouldBe(1);
        _world.Metrics.Totals().Values.Single()["parse_errors.queue_message"].ShouldBe(1);
        var failure = _world.Store.Open.ShouldHaveSingleItem();
        (failure.Error, failure.Status, failure.Attempts).ShouldBe((reason, FailureStatus.Poison, 1));
    }

    [Fact]
    public async Task A_failure_is_written_down_attempt_by_attempt_until_it_is_in_poison()
    {
        var payload = FailureWorld.Payload(("u1", "m1"), ("u1", "m2"));
        for (var attempt = 1; attempt <= Delivery.MaxAttempts; attempt++)
        {
            await Should.ThrowAsync<FormatException>(() => _world.DeliverAsync(payload, _ => throw new FormatException("Toño"), attempt));
            var now = _world.Store.Open.ShouldHaveSingleItem();
            now.Attempts.ShouldBe(attempt);
            now.Status.ShouldBe(attempt < Delivery.MaxAttempts ? FailureStatus.Retrying : FailureStatus.Poison);
            _world.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var failure = _world.Store.Open.Single();
        (failure.Queue, failure.Stage, failure.Error, failure.Redrives).ShouldBe(("captured", "Test", nameof(FormatException), 0));
        (failure.FirstAt, failure.LastAt).ShouldBe((Sample.Noon, Sample.Noon.AddSeconds(40)));
        failure.MessageIds.ShouldBe(["m1", "m2"]);
        failure.ToString().ShouldNotContain("Toño");
        _world.Metrics.Totals().Values.Single()["failed.test"].ShouldBe(1);
    }

    [Fact]
    public async Task What_succeeds_in_the_end_is_no_failure_any_more()
    {
        var payload = FailureWorld.Payload(("u1", "m1"));
        await Should.ThrowAsync<FormatException>(() => _world.DeliverAsync(payload, _ => throw new FormatException()));
        await _world.DeliverAsync(payload, _ => Task.CompletedTask, attempt: 2);
        _world.Store.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_that_cannot_be_written_down_is_thrown_all_the_same()
    {
        _world.Store.IsAway = true;
        var payload = FailureWorld.Payload(("u1", "m1"));
        await Should.ThrowAsync<FormatException>(() => _world.DeliverAsync(payload, _ => throw new FormatException()));
    }

    [Fact]
    public async Task How_long_a_message_waited_and_how_long_its_stage_took_is_measured_with_the_error()
    {
        using var measured = new Measurements();
        var world = new FailureWorld(measured.Metrics);
        var payload = FailureWorld.Payload(("u1", "m1"));
        await world.DeliverAsync(payload, _ => Work(), age: TimeSpan.FromMinutes(3));
        await Should.ThrowAsync<FormatException>(() => world.DeliverAsync(payload, _ => throw new FormatException()));
        const string Stage = "messaging.system=azure_queue_storage messaging.destination.name=captured messaging.operation.name=Test";
        measured.All.ShouldBe([
            "cosecha.queue.message.age 180 messaging.destination.name=captured",
            $"messaging.process.duration 2 {Stage}",
            "cosecha.queue.message.age 0 messaging.destination.name=captured",
            $"messaging.process.duration 0 {Stage} error.type=FormatException",
        ]);

        Task Work()
        {
            world.Clock.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_message_that_waited_for_a_service_is_as_old_as_since_it_was_put_back_first()
    {
        using var measured = new Measurements();
        var world = new FailureWorld(measured.Metrics);
        await world.DeliverAsync(FailureWorld.Payload(("u1", "m1")), _ => throw new IOException());
        world.Clock.Advance(TimeSpan.FromMinutes(40));
        await world.DeliverAsync(world.Waiting.Single().Payload, _ => Task.CompletedTask);
        measured.All.ShouldContain("cosecha.queue.message.age 2400 messaging.destination.name=captured");
    }

    [Fact]
    public async Task A_stop_of_the_host_is_no_failure()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            _world.DeliverAsync(FailureWorld.Payload(("u1", "m1")), _ => Task.FromCanceled(stopped.Token), host: stopped)
        );
        _world.Store.Open.ShouldBeEmpty();
        _world.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void The_last_attempt_is_the_one_after_which_the_host_gives_up()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(DependencyTests.Root, "host.json")));
        var queues = host.RootElement.GetProperty("extensions").GetProperty("queues");
        queues.GetProperty("maxDequeueCount").GetInt32().ShouldBe(Delivery.MaxAttempts);
    }
}
