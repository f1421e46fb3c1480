using Cosecha.Consent;
using Cosecha.Failures;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Failures;

/// <summary>Taking back what failed for good.</summary>
public sealed class RedriveStageTests
{
    private readonly FailureWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_comes_back_as_single_messages_and_its_failure_is_closed()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1"), ("u1", "m2")), new FormatException());

        (await _world.RedriveAsync()).ShouldBe(new(Moved: 1, Withdrawn: 0, Expired: 0, Repeated: 0, IsComplete: true));
        _world.Poison.Back.Select(p => Batch(p).Messages.Single().Header.MessageId).ShouldBe(["m1", "m2"]);
        _world.Store.Open.ShouldBeEmpty();
        _world.Metrics.Totals().Values.Single()["redriven.captured"].ShouldBe(1);
    }

    [Fact]
    public async Task What_waited_for_a_service_before_it_failed_begins_to_wait_anew()
    {
        await GrantAsync("u1");
        await _world.DeliverAsync(FailureWorld.Payload(("u1", "m1")), _ => throw new IOException());
        await _world.PoisonAsync(_world.Waiting.Single().Payload, new FormatException());
        await _world.RedriveAsync();
        Batch(_world.Poison.Back.Single()).WaitingSince.ShouldBeNull();
    }

    [Fact]
    public async Task Messages_whose_consent_is_gone_do_not_come_back()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1"), ("u2", "m2")), new FormatException());
        await _world.PoisonAsync(FailureWorld.Payload(("u2", "m3")), new FormatException());

        (await _world.RedriveAsync()).ShouldBe(new(Moved: 1, Withdrawn: 2, Expired: 0, Repeated: 0, IsComplete: true));
        _world.Poison.Back.Select(p => Batch(p).Messages.Single().Header.MessageId).ShouldBe(["m1"]);
        _world.Poison.Payloads.ShouldBeEmpty();
        _world.Store.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_fails_for_the_same_cause_again_stays_until_it_is_asked_for()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1")), new FormatException());
        await _world.RedriveAsync();
        await _world.PoisonAsync(_world.Poison.Back.Single(), new FormatException());
        var failure = _world.Store.Open.Single();
        (failure.Status, failure.Redrives, failure.FirstAt).ShouldBe((FailureStatus.Repeated, 1, Sample.Noon));

        (await _world.RedriveAsync()).ShouldBe(new(Moved: 0, Withdrawn: 0, Expired: 0, Repeated: 1, IsComplete: true));
        (await _world.RedriveAsync(new("captured", failure.Id))).Moved.ShouldBe(1);
        await _world.PoisonAsync(_world.Poison.Back[^1], new FormatException());
        (await _world.RedriveAsync(new("captured", Repeated: true))).Moved.ShouldBe(1);
        Batch(_world.Poison.Back[^1]).Redrive!.Times.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_that_fails_for_another_cause_comes_back_with_the_others()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1")), new FormatException());
        await _world.RedriveAsync();
        await _world.PoisonAsync(_world.Poison.Back.Single(), new TimeoutException());
        (await _world.RedriveAsync()).Moved.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_fails_while_the_others_are_moved_is_not_moved_twice()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1")), new FormatException());
        _world.Poison.Payloads.Add("junk");
        _world.Poison.OnBack = _world.Poison.Payloads.Add;

        (await _world.RedriveAsync()).Moved.ShouldBe(2);
        _world.Poison.Back.Count.ShouldBe(2);
        _world.Poison.Payloads.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_nobody_can_read_comes_back_as_it_is_once()
    {
        await _world.DeliverAsync("junk", _ => Task.CompletedTask);
        _world.Poison.Payloads.Add("junk");
        (await _world.RedriveAsync()).Moved.ShouldBe(1);
        _world.Poison.Back.ShouldBe(["junk"]);

        await _world.DeliverAsync("junk", _ => Task.CompletedTask);
        _world.Poison.Payloads.Add("junk");
        (await _world.RedriveAsync()).ShouldBe(new(Moved: 0, Withdrawn: 0, Expired: 0, Repeated: 1, IsComplete: true));
        _world.Store.Open.Single().Status.ShouldBe(FailureStatus.Repeated);
    }

    [Fact]
    public async Task A_single_one_is_found_among_others()
    {
        await GrantAsync("u1");
        foreach (var id in new[] { "m1", "m2", "m3" })
        {
            await _world.PoisonAsync(FailureWorld.Payload(("u1", id)), new FormatException());
        }

        var second = _world.Store.Open.Single(f => f.MessageIds is ["m2"]);
        (await _world.RedriveAsync(new("captured", second.Id))).Moved.ShouldBe(1);
        Batch(_world.Poison.Back.Single()).Messages.Single().Header.MessageId.ShouldBe("m2");
        _world.Poison.Payloads.Count.ShouldBe(2);
        _world.Store.Open.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_killed_process_left_there_comes_back_too()
    {
        await GrantAsync("u1");
        _world.Poison.Payloads.Add(FailureWorld.Payload(("u1", "m1")));
        (await _world.RedriveAsync()).Moved.ShouldBe(1);
        Batch(_world.Poison.Back.Single()).Redrive!.Error.ShouldBe("unknown");
    }

    [Fact]
    public async Task However_often_it_is_taken_back_a_message_lives_no_longer_than_poison_is_kept()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1")), new FormatException());
        await _world.RedriveAsync();
        _world.Clock.Advance(TimeSpan.FromDays(6));
        await _world.PoisonAsync(_world.Poison.Back.Single(), new TimeoutException());
        _world.Clock.Advance(TimeSpan.FromDays(1.1));

        (await _world.RedriveAsync()).ShouldBe(new(Moved: 0, Withdrawn: 0, Expired: 1, Repeated: 0, IsComplete: true));
        _world.Poison.Payloads.ShouldBeEmpty();
        _world.Store.Open.ShouldBeEmpty();
        _world.Metrics.Totals().Values.Sum(t => t.GetValueOrDefault("purged.poison")).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_could_not_be_moved_is_listed_still()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1")), new FormatException());
        _world.Poison.OnBack = _ => throw new IOException("away");
        await Should.ThrowAsync<IOException>(() => _world.RedriveAsync());
        _world.Store.Open.ShouldHaveSingleItem().Status.ShouldBe(FailureStatus.Poison);
    }

    [Fact]
    public async Task When_time_is_up_the_rest_is_left_for_the_next_call()
    {
        await GrantAsync("u1");
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m1")), new FormatException());
        await _world.PoisonAsync(FailureWorld.Payload(("u1", "m2")), new FormatException());
        _world.Poison.OnBack = _ => _world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _world.RedriveAsync()).ShouldBe(new(Moved: 1, Withdrawn: 0, Expired: 0, Repeated: 0, IsComplete: false));
        (await _world.RedriveAsync()).ShouldBe(new(Moved: 1, Withdrawn: 0, Expired: 0, Repeated: 0, IsComplete: true));
    }

    private Task GrantAsync(string user) => _world.Consents.AppendAsync(user, _ => Sample.Event(), Token);

    private static MessageBatch<CapturedMessage> Batch(string payload) =>
        Payload.Read(payload, PipelineJson.Plain.MessageBatchCapturedMessage).Batch!;
}
