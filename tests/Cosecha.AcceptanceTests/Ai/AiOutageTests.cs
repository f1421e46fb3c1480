using System.Collections.Concurrent;
using Cosecha.Ai;
using Microsoft.AspNetCore.Http;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary>A language model that is busy, slow, broken or not there.</summary>
public sealed class AiOutageTests
{
    private const string Text = "Precio HLSO 16/20 con 20% a Houston";

    [Fact]
    public async Task A_busy_service_is_asked_again_when_it_says_so()
    {
        var times = new ConcurrentQueue<DateTimeOffset>();
        await using var model = await ModelServer.StartAsync(_ =>
        {
            times.Enqueue(TimeProvider.System.GetUtcNow());
            return times.Count <= 2 ? new Custom(BusyForASecond) : ModelLabels.Label();
        });
        using var labeler = new LabelerUnderTest(model.Url);
        (await labeler.LabelAsync(Text)).Labeler.Name.ShouldBe("ai");
        var waits = times.Zip(times.Skip(1), (before, after) => after - before).ToList();
        waits.Count.ShouldBe(2);
        waits.ShouldAllBe(w => w >= TimeSpan.FromSeconds(0.9));
    }

    [Theory]
    [InlineData(429, "quota")]
    [InlineData(503, "answered 503")]
    [InlineData(401, "Ai__Key")]
    [InlineData(404, "Ai__Model")]
    public async Task A_service_that_goes_on_failing_is_an_exception_without_text_so_that_the_queue_tries_later(int status, string words)
    {
        await using var model = await ModelServer.StartAsync(_ => ModelServer.Fails(status, "broken"));
        using var labeler = new LabelerUnderTest(model.Url);
        var failure = await Should.ThrowAsync<AiUnavailableException>(() => labeler.LabelAsync(Text));
        failure.Message.ShouldContain(words);
        failure.ToString().ShouldNotContain("Toño");
        labeler.Counts["ai_calls.unavailable"].ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_asks_for_an_hour_is_left_to_the_queue_at_once()
    {
        await using var model = await ModelServer.StartAsync(_ => new Custom(c => BusyAsync(c, seconds: 3600)));
        using var labeler = new LabelerUnderTest(model.Url);
        (await Should.ThrowAsync<AiUnavailableException>(() => labeler.LabelAsync(Text))).Message.ShouldContain("429");
        model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_that_is_no_answer_is_an_exception_that_names_the_setting()
    {
        await using var model = await ModelServer.StartAsync(_ => Results.Content("<html>Toño</html>", "text/html"));
        using var labeler = new LabelerUnderTest(model.Url);
        var failure = await Should.ThrowAsync<AiUnavailableException>(() => labeler.LabelAsync(Text));
        failure.Message.ShouldContain("Ai__Endpoint");
        failure.ToString().ShouldNotContain("Toño");
    }

    [Fact]
    public async Task A_service_that_takes_too_long_is_an_exception_that_names_the_setting()
    {
        await using var model = await ModelServer.StartAsync(_ => new Custom(c => Task.Delay(Timeout.Infinite, c.RequestAborted)));
        using var labeler = new LabelerUnderTest(model.Url, timeoutSeconds: 1);
        var failure = await Should.ThrowAsync<AiUnavailableException>(() => labeler.LabelAsync(Text));
        failure.Message.ShouldContain("Ai__TimeoutSeconds");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_an_exception_that_names_the_setting()
    {
        using var labeler = new LabelerUnderTest("http://127.0.0.1:9");
        (await Should.ThrowAsync<AiUnavailableException>(() => labeler.LabelAsync(Text))).Message.ShouldContain("Ai__Endpoint");
    }

    private static Task BusyForASecond(HttpContext context) => BusyAsync(context, seconds: 1);

    private static async Task BusyAsync(HttpContext context, int seconds)
    {
        context.Response.Headers.RetryAfter = $"{seconds}";
        await ModelServer.Fails(429, "busy").ExecuteAsync(context);
    }

    private sealed class Custom(Func<HttpContext, Task> respond) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => respond(httpContext);
    }
}
