using Microsoft.Azure.Functions.Worker;

namespace Cosecha.AcceptanceTests.Hosting;

public sealed class OutageTests
{
    [Fact]
    public async Task A_host_outlives_an_outage_of_storage_and_goes_on_by_itself()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var azurite = await Azurite.StartNewAsync(cancellation);
        var input = new TestQueue(azurite.ConnectionString, "work");
        await using var host = await TestHost.StartAsync(
            azurite.ConnectionString,
            typeof(Reporting),
            new() { ["LocalHost:MessageLease"] = "00:00:03" }
        );
        await input.SendAsync("before");
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("before"), "a message is processed");

        await azurite.StopAsync(cancellation);
        await Eventually.TrueAsync(() => host.Log.ToString().Contains("Receiving from work failed"), "the host notices");
        await azurite.StartAsync(cancellation);

        await input.SendAsync("after");
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("after"), "the host goes on");
        await Eventually.TrueAsync(async () => await input.CountAsync() == 0, "messages are settled");
    }

    [Fact]
    public async Task A_host_may_start_before_its_storage()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var azurite = await Azurite.StartNewAsync(cancellation);
        await azurite.StopAsync(cancellation);
        await using var host = await TestHost.StartAsync(azurite.ConnectionString, typeof(Reporting), []);
        await Eventually.TrueAsync(() => host.Log.ToString().Contains("Receiving from work failed"), "the host notices");

        await azurite.StartAsync(cancellation);

        await new TestQueue(azurite.ConnectionString, "work").SendAsync("first");
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("first"), "the host begins");
    }

    public sealed class Reporting(Probe probe)
    {
        [Function("Reporting")]
        public void Run([QueueTrigger("work")] string payload) => probe.Report(payload);
    }
}
