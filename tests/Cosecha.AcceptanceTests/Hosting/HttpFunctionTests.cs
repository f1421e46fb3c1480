using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.AcceptanceTests.Hosting;

public sealed class HttpFunctionTests(AzuriteFixture storage) : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await TestHost.StartAsync(storage.ConnectionString, typeof(Items), []);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Route_values_are_bound_by_name_and_type()
    {
        var key = new Guid("4f5a0f56-6d0c-4b39-9a3f-6f1f5b1f2c11");
        (await host.Client.GetStringAsync($"api/items/7/{key}/caf%C3%A9%20x", Cancellation)).ShouldBe($"7 {key} café x");
    }

    [Fact]
    public async Task A_missing_optional_route_value_is_null() =>
        (await host.Client.GetStringAsync($"api/items/7/{Guid.Empty}", Cancellation)).ShouldBe($"7 {Guid.Empty} none");

    [Fact]
    public async Task Two_functions_share_a_route_by_method()
    {
        using var put = await host.Client.PutAsJsonAsync($"api/items/7/{Guid.Empty}", new { count = 3 }, Cancellation);
        put.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await put.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("stored").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task A_method_that_no_function_of_the_route_takes_is_405_and_names_those_that_are()
    {
        using var answer = await host.Client.DeleteAsync($"api/items/7/{Guid.Empty}", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.Order().ShouldBe(["GET", "PUT"]);
    }

    [Theory]
    [InlineData("api/nothing")]
    [InlineData("items/7")]
    [InlineData("api/items/seven/4f5a0f56-6d0c-4b39-9a3f-6f1f5b1f2c11")]
    public async Task An_address_without_a_function_is_404(string address)
    {
        using var answer = await host.Client.GetAsync(address, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_catch_all_takes_the_rest_of_the_path_and_may_answer_with_a_file()
    {
        using var answer = await host.Client.GetAsync("api/files/a/b/c.txt", Cancellation);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("a/b/c.txt");
    }

    [Fact]
    public async Task A_function_without_a_route_answers_under_its_name_to_any_method()
    {
        using var answer = await host.Client.PostAsync("api/plain", content: null, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_function_that_throws_is_a_500_problem_that_says_nothing_of_the_exception()
    {
        using var answer = await host.Client.GetAsync("api/broken/secret-in-path", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("secret");
        var log = host.Log.ToString();
        log.ShouldContain("Function Broken failed: System.InvalidOperationException at HttpFunctionTests.cs:");
        log.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_function()
    {
        using var leave = new CancellationTokenSource();
        var request = host.Client.GetAsync("api/slow", leave.Token);
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("slow began"), "the function starts");
        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(request);
        await Eventually.TrueAsync(() => host.Probe.Seen.Contains("slow cancelled"), "the function is cancelled");
    }

    [Fact]
    public async Task Traces_carry_the_route_template_and_not_the_path()
    {
        // What OpenTelemetry's instrumentation does to the activity at its start.
        var paths = new List<object?>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => activity.SetTag("url.path", "/api/files/secret"),
            ActivityStopped = activity =>
            {
                lock (paths)
                    paths.Add(activity.GetTagItem("url.path"));
            },
        };
        ActivitySource.AddActivityListener(listener);
        await host.Client.GetStringAsync("api/files/secret", Cancellation);
        await host.Client.GetAsync("api/nothing/secret", Cancellation);
        await Eventually.TrueAsync(() => Count() >= 2, "both requests are traced");
        lock (paths)
            paths.ShouldAllBe(path => !path!.ToString()!.Contains("secret"));

        int Count()
        {
            lock (paths)
                return paths.Count;
        }
    }

    public sealed class Items(Probe probe)
    {
        [Function("ReadItem")]
        public static IActionResult Read(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "items/{id:int}/{key}/{name?}")] HttpRequest request,
            int id,
            Guid key,
            string? name
        ) => new ContentResult { Content = $"{id} {key} {name ?? "none"}" };

        [Function("WriteItem")]
        public static async Task<IActionResult> Write(
            [HttpTrigger(AuthorizationLevel.Function, "put", Route = "items/{id:int}/{key}")] HttpRequest request,
            int id,
            CancellationToken cancellationToken
        )
        {
            var body = await request.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return new ObjectResult(new { Stored = id, Count = body.GetProperty("count").GetInt32() }) { StatusCode = 201 };
        }

        [Function("File")]
        public static IActionResult File(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "files/{*file}")] HttpRequest request,
            string file
        ) => new FileContentResult(System.Text.Encoding.UTF8.GetBytes(file), "text/plain");

        [Function("Plain")]
        public static IActionResult Plain([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new NoContentResult();

        [Function("Broken")]
        public static Task<IActionResult> Broken(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "broken/{what}")] HttpRequest request,
            string what
        ) => throw new InvalidOperationException(what);

        [Function("Slow")]
        public async Task<IActionResult> Slow(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
            CancellationToken cancellationToken
        )
        {
            probe.Report("slow began");
            await probe.Gate.Task.WaitAsync(cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            probe.Report(cancellationToken.IsCancellationRequested ? "slow cancelled" : "slow ended");
            return new OkResult();
        }
    }
}
