using System.Text;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Failures;

/// <summary>Messages whose service is away.</summary>
public sealed class DeferralTests
{
    private readonly FailureWorld _world = new();

    [Fact]
    public async Task A_message_whose_service_is_away_waits_longer_each_time_and_uses_up_no_attempt()
    {
        var payload = FailureWorld.Payload(("u1", "m1"));
        var delays = new List<double>();
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromHours(1); waited += _world.Waiting[^1].Delay)
        {
            await _world.DeliverAsync(payload, _ => throw new IOException(), left: TimeSpan.FromDays(7) - waited);
            payload = _world.Waiting[^1].Payload;
            delays.Add(_world.Waiting[^1].Delay.TotalSeconds);
            _world.Clock.Advance(_world.Waiting[^1].Delay);
        }

        delays.Take(7).ShouldBe([10, 10, 20, 40, 80, 160, 300]);
        delays.Skip(7).ShouldAllBe(d => d == 300);
        _world.Metrics.Totals().Values.Single()["deferred.test"].ShouldBe(delays.Count);
        _world.Store.Open.ShouldBeEmpty();
        var ran = false;
        await _world.DeliverAsync(payload, m => Task.FromResult(ran = m.Single().Header.MessageId == "m1"));
        ran.ShouldBeTrue();
    }

    [Fact]
    public async Task A_message_that_waits_lives_no_longer_than_it_was_to()
    {
        await _world.DeliverAsync(FailureWorld.Payload(("u1", "m1")), _ => throw new IOException(), left: TimeSpan.FromHours(3));
        _world.Waiting.Single().TimeToLive.ShouldBe(TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task Shortly_before_the_storage_drops_a_message_it_fails_so_that_poison_keeps_it()
    {
        var payload = FailureWorld.Payload(("u1", "m1"));
        await Should.ThrowAsync<IOException>(() =>
            _world.DeliverAsync(payload, _ => throw new IOException(), left: TimeSpan.FromMinutes(5))
        );
        _world.Waiting.ShouldBeEmpty();
        _world.Store.Open.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_cannot_be_put_back_is_left_to_the_host()
    {
        _world.IsQueueAway = true;
        await Should.ThrowAsync<InvalidDataException>(() =>
            _world.DeliverAsync(FailureWorld.Payload(("u1", "m1")), _ => throw new InvalidDataException())
        );
        await Should.ThrowAsync<IOException>(() => _world.DeliverAsync(FailureWorld.Payload(("u1", "m2")), _ => throw new IOException()));
        _world.Waiting.ShouldBeEmpty();
        _world.Store.Open.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_fullest_payload_still_fits_into_a_queue_message_once_it_is_marked()
    {
        var messages = Enumerable.Range(0, 3_000).Select(i => new CapturedMessage(Sample.Header(id: $"m{i}"), "ñ"));
        var full = Payload.Pack([.. messages], PipelineJson.Plain.MessageBatchCapturedMessage, new string('0', 55))[0];
        await _world.DeliverAsync(full, _ => throw new IOException());
        Encoding.UTF8.GetByteCount(_world.Waiting.Single().Payload).ShouldBeInRange(Encoding.UTF8.GetByteCount(full), Payload.MaxBytes);
    }
}
