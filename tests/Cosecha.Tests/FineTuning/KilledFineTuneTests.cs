namespace Cosecha.Tests.FineTuning;

/// <summary>The process ends at any call to a port, before it takes effect or after.</summary>
public sealed class KilledFineTuneTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_point_a_repeat_ends_in_one_paid_job(bool after)
    {
        var calls = 0;
        for (var killed = true; killed; )
        {
            var world = await FineTuneWorld.CreateAsync();
            (world.Faults.After, world.Faults.FailingCall) = (after, ++calls);
            killed = await IsKilledAsync(world);
            world.Faults.FailingCall = 0;
            // At once it may have to wait for what looks like somebody at work; after a while it goes on.
            await world.PostAsync();
            world.Service.Started.ShouldBeLessThanOrEqualTo(1);
            world.Clock.Advance(TimeSpan.FromMinutes(11));
            (await world.PostAsync()).Job!.Status.ShouldBe("running", $"call {calls}");
            (world.Service.Started, world.Jobs.Jobs.Count).ShouldBe((1, 1));
        }

        calls.ShouldBeGreaterThan(10);
    }

    private static async Task<bool> IsKilledAsync(FineTuneWorld world)
    {
        try
        {
            await world.PostAsync();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
