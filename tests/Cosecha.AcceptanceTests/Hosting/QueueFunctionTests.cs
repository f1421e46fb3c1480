using System.Diagnostics;
using Azure.Storage.Queues;
using Cosecha.Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.AcceptanceTests.Hosting;

public sealed class QueueFunctionTests(AzuriteFixture storage)
{
    private readonly TestQueue input = new(storage.ConnectionString, storage.UniqueName("in"));
    private readonly TestQueue output = new(storage.ConnectionString, storage.UniqueName("out"));

    private Task<TestHost> StartAsync(Type functions, params (string Name, string Value)[] settings) =>
        StartAsync(functions, null, settings);

    private Task<TestHost> StartAsync(
        Type functions,
        Action<IServiceCollection>? configure,
        params (string Name, string Value)[] settings
    ) =>
        TestHost.StartAsync(
            storage.ConnectionString,
            functions,
            settings
                .Concat([(Name: "Queues:In", Value: input.Name), (Name: "Queues:Out", Value: output.Name)])
                .DistinctBy(setting => setting.Name)
                .ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
            configure
        );

    [Fact]
    public async Task A_message_runs_the_function_and_is_deleted_after_its_output_is_stored()
    {
        await input.SendAsync("hola ñandú");
        await using var host = await StartAsync(typeof(Forward));
        (await output.TakeAsync(1)).ShouldBe(["hola ñandú!"]);
        await Eventually.TrueAsync(async () => await input.CountAsync() == 0, "the message is deleted");
    }

    [Fact]
    public async Task The_queue_of_a_trigger_is_created_if_it_is_missing()
    {
        await using var host = await StartAsync(typeof(Forward));
        await Eventually.TrueAsync(input.ExistsAsync, "the queue exists");
        await input.SendAsync("x");
        (await output.TakeAsync(1)).ShouldBe(["x!"]);
    }

    [Fact]
    public async Task A_message_that_keeps_failing_goes_to_the_poison_queue_as_it_was()
    {
        await input.SendAsync("bad");
        await using var host = await StartAsync(typeof(Failing), ("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "3"));
        (await input.Poison.TakeAsync(1)).ShouldBe(["bad"]);
        await Eventually.TrueAsync(async () => await input.CountAsync() == 0, "the message is deleted");
        host.Probe.Seen.ShouldBe(["bad", "bad", "bad"]);
    }

    [Fact]
    public async Task The_log_of_a_failure_names_the_function_and_the_exception_but_not_what_was_said()
    {
        await input.SendAsync("bad");
        await using var host = await StartAsync(typeof(Failing), ("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "1"));
        await input.Poison.TakeAsync(1);
        await Eventually.TrueAsync(() => host.Log.ToString().Contains("moved to"), "the move is logged");
        host.Log.ToString().ShouldContain("Function Failing failed on message");
        host.Log.ToString().ShouldContain("System.InvalidOperationException at QueueFunctionTests.cs:");
        host.Log.ToString().ShouldNotContain("bad");
    }

    [Fact]
    public async Task A_failed_message_waits_for_the_visibility_timeout()
    {
        await input.SendAsync("bad");
        await using var host = await StartAsync(typeof(Failing), ("AzureFunctionsJobHost:extensions:queues:visibilityTimeout", "01:00:00"));
        await input.SendAsync("next");
        await Eventually.TrueAsync(() => host.Probe.Seen.Count == 2, "both messages ran");
        (await input.CountAsync()).ShouldBe(2);
        host.Probe.Seen.Order().ShouldBe(["bad", "next"]);
    }

    [Fact]
    public async Task A_payload_that_is_not_base64_goes_to_the_poison_queue_and_blocks_nothing()
    {
        await input.SendRawAsync("not base64!");
        await input.SendAsync("fine");
        await using var host = await StartAsync(typeof(Forward), ("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "2"));
        (await output.TakeAsync(1)).ShouldBe(["fine!"]);
        await Eventually.TrueAsync(async () => await input.Poison.CountAsync() == 1 && await input.CountAsync() == 0, "the message moves");
        (await input.Poison.TakeRawAsync()).ShouldBe("not base64!");
    }

    [Fact]
    public async Task A_payload_that_is_not_of_the_parameters_type_goes_to_the_poison_queue()
    {
        await input.SendAsync("{\"count\":\"many\"}");
        await input.SendAsync("{\"count\":2}");
        await using var host = await StartAsync(typeof(Counting), ("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "2"));
        (await input.Poison.TakeAsync(1)).ShouldBe(["{\"count\":\"many\"}"]);
        (await output.TakeAsync(2)).Order().ShouldBe(["{\"Count\":1}", "{\"Count\":2}"]);
    }

    [Fact]
    public async Task A_message_moved_back_from_the_poison_queue_is_processed()
    {
        await input.Poison.SendAsync("again");
        await using var host = await StartAsync(typeof(Forward));
        foreach (var payload in await input.Poison.TakeAsync(1))
            await input.SendAsync(payload);
        (await output.TakeAsync(1)).ShouldBe(["again!"]);
    }

    [Fact]
    public async Task A_poison_queue_has_no_poison_queue_of_its_own()
    {
        await input.Poison.SendAsync("bad");
        await using var host = await StartAsync(
            typeof(Failing),
            ("Queues:In", input.Poison.Name),
            ("AzureFunctionsJobHost:extensions:queues:maxDequeueCount", "1")
        );
        await Eventually.TrueAsync(() => host.Log.ToString().Contains("Function Failing failed"), "the function fails");
        await host.StopAsync();
        (await input.Poison.CountAsync()).ShouldBe(1);
        (await input.Poison.Poison.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_lease_is_renewed_while_the_function_runs_so_that_nobody_else_gets_the_message()
    {
        await input.SendAsync("long");
        var receiver = new QueueClient(storage.ConnectionString, input.Name, StorageApi.Queues(QueueMessageEncoding.None));
        await using var host = await StartAsync(typeof(Waiting), ("LocalHost:MessageLease", "00:00:02"));
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("long began"), "the function starts");
        var clock = Stopwatch.StartNew();
        await Eventually.TrueAsync(
            async () =>
            {
                (await receiver.PeekMessagesAsync(cancellationToken: TestContext.Current.CancellationToken)).Value.ShouldBeEmpty();
                return clock.Elapsed > TimeSpan.FromSeconds(5);
            },
            "two leases pass"
        );
        host.Probe.Gate.SetResult();
        await Eventually.TrueAsync(async () => await input.CountAsync() == 0, "the message is deleted with the renewed receipt");
        host.Probe.Seen.ShouldBe(["long began", "long ended"]);
    }

    [Fact]
    public async Task No_more_messages_run_at_once_than_batch_size_and_threshold_allow()
    {
        for (var i = 0; i < 12; i++)
            await input.SendAsync($"{i}");
        await using var host = await StartAsync(
            typeof(Waiting),
            ("AzureFunctionsJobHost:extensions:queues:batchSize", "4"),
            ("AzureFunctionsJobHost:extensions:queues:newBatchThreshold", "3")
        );
        await Eventually.TrueAsync(() => host.Probe.Seen.Count == 4, "the first batch runs");
        host.Probe.Gate.SetResult();
        await Eventually.TrueAsync(async () => await input.CountAsync() == 0, "all messages run");
        host.Probe.Seen.Take(4).ShouldAllBe(line => line.EndsWith("began"));
        host.Probe.Seen.Count.ShouldBe(24);
    }

    [Fact]
    public async Task A_message_that_this_host_enqueues_is_picked_up_without_waiting_for_the_next_poll()
    {
        // Time stands still: a pause between polls ends by the host's own signal or never.
        await using var host = await StartAsync(typeof(Chain), services => services.AddSingleton<TimeProvider>(new FakeTimeProvider()));
        foreach (var payload in new[] { "a", "b", "c" })
        {
            using var answer = await host.Client.PostAsync($"api/begin/{payload}", content: null, TestContext.Current.CancellationToken);
            await Eventually.TrueAsync(() => host.Probe.Seen.Contains($"end {payload}!"), "the chain ends");
        }
    }

    public sealed class Forward
    {
        [Function("Forward"), QueueOutput("%Queues:Out%")]
        public static string Run([QueueTrigger("%Queues:In%")] string payload) => payload + "!";
    }

    public sealed class Failing(Probe probe)
    {
        [Function("Failing")]
        public void Run([QueueTrigger("%Queues:In%")] string payload)
        {
            probe.Report(payload);
            throw new InvalidOperationException(payload);
        }
    }

    public sealed record Tally(int Count);

    public sealed class Counting
    {
        [Function("Counting"), QueueOutput("%Queues:Out%")]
        public static async ValueTask<IEnumerable<Tally>> Run([QueueTrigger("%Queues:In%")] Tally tally)
        {
            await Task.Yield();
            return [new Tally(tally.Count), new Tally(tally.Count - 1)];
        }
    }

    public sealed class Waiting(Probe probe)
    {
        [Function("Waiting")]
        public async Task Run([QueueTrigger("%Queues:In%")] string payload)
        {
            probe.Report($"{payload} began");
            await probe.Gate.Task;
            probe.Report($"{payload} ended");
        }
    }

    public sealed class Chain(Probe probe)
    {
        [Function("Begin"), QueueOutput("%Queues:In%")]
        public static string Begin(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "begin/{payload}")] HttpRequest request,
            string payload
        ) => payload;

        [Function("Middle"), QueueOutput("%Queues:Out%")]
        public static string Middle([QueueTrigger("%Queues:In%")] string payload) => payload + "!";

        [Function("End")]
        public void End([QueueTrigger("%Queues:Out%")] string payload) => probe.Report($"end {payload}");
    }
}
