using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Cosecha.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.AcceptanceTests.Hosting;

public sealed class DrainTests(AzuriteFixture storage)
{
    private readonly TestQueue input = new(storage.ConnectionString, storage.UniqueName("in"));
    private readonly TestQueue output = new(storage.ConnectionString, storage.UniqueName("out"));

    private Task<TestHost> StartAsync(Type functions, string drainTimeout = "00:00:30") =>
        TestHost.StartAsync(
            storage.ConnectionString,
            functions,
            new()
            {
                ["Queues:In"] = input.Name,
                ["Queues:Out"] = output.Name,
                ["LocalHost:DrainTimeout"] = drainTimeout,
                ["LocalHost:CancelTimeout"] = "00:00:01",
                ["AzureFunctionsJobHost:extensions:queues:batchSize"] = "1",
                ["AzureFunctionsJobHost:extensions:queues:newBatchThreshold"] = "0",
            }
        );

    [Fact]
    public async Task A_stop_waits_for_the_running_function_and_starts_no_other()
    {
        await input.SendAsync("first");
        await using var host = await StartAsync(typeof(Gated));
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("first began"), "the function starts");
        await input.SendAsync("second");

        var stop = host.StopAsync();
        await Eventually.TrueAsync(() => host.Log.ToString().Contains("Stopping: no new work"), "the stop begins");
        stop.IsCompleted.ShouldBeFalse();
        host.Probe.Gate.SetResult();
        await stop;

        host.Probe.Seen.ShouldBe(["first began", "first ended, cancelled: False"]);
        (await output.TakeAsync(1)).ShouldBe(["first"]);
        var left = await ReceiveAsync();
        left.Body.ToString().ShouldBe("second");
        left.DequeueCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_cancelled_and_its_message_is_given_back_at_once()
    {
        await input.SendAsync("long");
        await using var host = await StartAsync(typeof(Cancellable), drainTimeout: "00:00:01");
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("long began"), "the function starts");

        await host.StopAsync();

        host.Probe.Seen.ShouldBe(["long began", "long cancelled"]);
        (await ReceiveAsync()).DequeueCount.ShouldBe(2);
        (await input.Poison.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_function_that_ignores_its_cancellation_does_not_hold_up_the_stop_and_its_message_is_given_back()
    {
        await input.SendAsync("deaf");
        await using var host = await StartAsync(typeof(Gated), drainTimeout: "00:00:01");
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("deaf began"), "the function starts");

        await host.StopAsync();

        (await ReceiveAsync()).Body.ToString().ShouldBe("deaf");
    }

    [Fact]
    public async Task SIGTERM_in_the_middle_of_the_work_loses_no_message_and_doubles_none()
    {
        var payloads = Enumerable.Range(0, 60).Select(i => $"{i:d2}").ToArray();
        foreach (var payload in payloads)
            await input.SendAsync(payload);

        await using (var first = await SampleHostProcess.StartAndWaitAsync(Settings()))
        {
            await Eventually.TrueAsync(async () => await output.CountAsync() > 0, "the first messages pass");
            await first.TerminateAsync(TestContext.Current.CancellationToken);
            first.ExitCode.ShouldBe(0, string.Join('\n', first.Lines));
        }
        (await output.CountAsync()).ShouldBeLessThan(payloads.Length);

        await using var second = await SampleHostProcess.StartAndWaitAsync(Settings());
        await Eventually.TrueAsync(async () => await input.CountAsync() == 0, "the rest passes");
        (await output.TakeAsync(payloads.Length)).Order().ShouldBe(payloads);
    }

    [Fact]
    public async Task SIGKILL_in_the_middle_of_the_work_loses_no_message()
    {
        var payloads = Enumerable.Range(0, 30).Select(i => $"{i:d2}").ToArray();
        foreach (var payload in payloads)
            await input.SendAsync(payload);

        await using (var first = await SampleHostProcess.StartAndWaitAsync(Settings()))
        {
            await Eventually.TrueAsync(async () => await output.CountAsync() > 0, "the first messages pass");
            await first.KillAsync();
        }

        await using var second = await SampleHostProcess.StartAndWaitAsync(Settings());
        await Eventually.TrueAsync(async () => await input.CountAsync() == 0, "the rest passes, after the dead host's leases");
        var taken = new HashSet<string>();
        await Eventually.TrueAsync(
            async () =>
            {
                taken.UnionWith(await output.TakeAsync(1));
                return taken.Count == payloads.Length;
            },
            "every message has passed, some twice"
        );
        taken.Order().ShouldBe(payloads);
    }

    private Dictionary<string, string?> Settings() =>
        new()
        {
            ["AzureWebJobsStorage"] = storage.ConnectionString,
            ["Queues__In"] = input.Name,
            ["Queues__Out"] = output.Name,
            ["LocalHost__MessageLease"] = "00:00:03",
        };

    private async Task<QueueMessage> ReceiveAsync()
    {
        var queue = new QueueClient(storage.ConnectionString, input.Name, StorageApi.Queues(QueueMessageEncoding.Base64));
        QueueMessage? message = await queue.ReceiveMessageAsync(cancellationToken: TestContext.Current.CancellationToken);
        return message.ShouldNotBeNull("the message is visible right after the stop");
    }

    public sealed class Gated(Probe probe)
    {
        [Function("Gated"), QueueOutput("%Queues:Out%")]
        public async Task<string> Run([QueueTrigger("%Queues:In%")] string payload, CancellationToken cancellationToken)
        {
            probe.Report($"{payload} began");
            await probe.Gate.Task;
            probe.Report($"{payload} ended, cancelled: {cancellationToken.IsCancellationRequested}");
            return payload;
        }
    }

    public sealed class Cancellable(Probe probe)
    {
        [Function("Cancellable")]
        public async Task Run([QueueTrigger("%Queues:In%")] string payload, CancellationToken cancellationToken)
        {
            probe.Report($"{payload} began");
            try
            {
                await probe.Gate.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                probe.Report($"{payload} cancelled");
                throw;
            }
        }
    }
}
