using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.AcceptanceTests.Hosting;

public sealed class ManualInvocationTests(AzuriteFixture storage) : IAsyncLifetime
{
    private readonly TestQueue output = new(storage.ConnectionString, storage.UniqueName("out"));
    private TestHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        host = await TestHost.StartAsync(
            storage.ConnectionString,
            typeof(Functions),
            new()
            {
                ["In"] = storage.UniqueName("in"),
                ["Out"] = output.Name,
                ["AzureFunctionsWebHost:hostid"] = storage.UniqueName("host"),
            }
        );

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_timer_function_runs_on_request()
    {
        using var answer = await host.Client.PostAsJsonAsync("admin/functions/nightly", new { }, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await Eventually.TrueAsync(() => host.Probe.Seen.SequenceEqual(["nightly, past due False"]), "the function runs");
    }

    [Fact]
    public async Task A_queue_function_runs_on_the_input_of_the_request()
    {
        using var answer = await host.Client.PostAsJsonAsync("admin/functions/Forward", new { input = "hola" }, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await output.TakeAsync(1)).ShouldBe(["hola"]);
    }

    [Theory]
    [InlineData("Unknown", HttpStatusCode.NotFound)]
    [InlineData("Forward", HttpStatusCode.BadRequest)]
    [InlineData("Page", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_run_is_refused(string name, HttpStatusCode status)
    {
        using var answer = await host.Client.PostAsync($"admin/functions/{name}", new StringContent("not json"), Cancellation);
        answer.StatusCode.ShouldBe(status);
    }

    public sealed class Functions(Probe probe)
    {
        [Function("Nightly")]
        public void Nightly([TimerTrigger("0 0 3 1 1 *")] TimerInfo timer) => probe.Report($"nightly, past due {timer.IsPastDue}");

        [Function("Forward"), QueueOutput("%Out%")]
        public static string Forward([QueueTrigger("%In%")] string payload) => payload;

        [Function("Page")]
        public static IActionResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new OkResult();
    }
}
