using System.Diagnostics;
using Cosecha.Functions.Telemetry;

namespace Cosecha.AcceptanceTests.Telemetry;

/// <summary>What libraries put into spans, and what is left of it.</summary>
public sealed class SpanCleanerTests : IDisposable
{
    private readonly ActivitySource _source = new("Library");
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == "Library",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };
    private readonly SpanCleaner _cleaner = new();

    public SpanCleanerTests() => ActivitySource.AddActivityListener(_listener);

    [Theory]
    [InlineData(
        "https://acc.table.core.windows.net/messages(PartitionKey='u1',RowKey='c1%7C1%7Cm1')",
        "https://acc.table.core.windows.net/messages"
    )]
    [InlineData(
        "https://acc.table.core.windows.net/messages()?$filter=PartitionKey%20eq%20'u1'",
        "https://acc.table.core.windows.net/messages"
    )]
    [InlineData("https://acc.table.core.windows.net/messages%28PartitionKey='u1'%29", "https://acc.table.core.windows.net/messages")]
    [InlineData(
        "https://acc.queue.core.windows.net/captured/messages/id?popreceipt=x&sig=y",
        "https://acc.queue.core.windows.net/captured"
    )]
    [InlineData("https://acc.blob.core.windows.net/finetune/versions/1/train.jsonl", "https://acc.blob.core.windows.net/finetune")]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/messages(PartitionKey='u1')", "http://127.0.0.1:10002/devstoreaccount1/messages")]
    [InlineData("https://name.openai.azure.com/openai/deployments/m/chat", "https://name.openai.azure.com/openai")]
    [InlineData("https://user:secret@host.example/a/b", "https://host.example/a")]
    [InlineData("https://host.example", "https://host.example/")]
    [InlineData("no address", null)]
    public void Of_a_call_the_host_and_the_table_queue_or_container_are_left(string address, string? left)
    {
        using var span = Cleaned(("url.full", address));
        span.GetTagItem("url.full").ShouldBe(left);
    }

    [Fact]
    public void Of_a_request_its_route_is_left()
    {
        using var span = Cleaned(
            ("http.request.method", "GET"),
            ("http.route", "api/users/{userId}/data"),
            ("url.path", "/api/users/593-secret/data"),
            ("url.query", "?code=secret")
        );
        span.DisplayName.ShouldBe("GET /api/users/{userId}/data");
        span.GetTagItem("url.path").ShouldBe("/api/users/{userId}/data");
        span.GetTagItem("url.query").ShouldBeNull();
    }

    [Fact]
    public void Of_a_request_without_a_route_nothing_of_the_address_is_left()
    {
        using var span = Cleaned(("http.request.method", "GET"), ("url.path", "/secret"));
        (span.DisplayName, span.GetTagItem("url.path")).ShouldBe(("GET", "/"));
    }

    [Fact]
    public void What_nobody_knows_and_what_an_exception_said_go()
    {
        using var span = Cleaned(("enduser.id", "secret"), ("error.type", "System.IO.IOException"));
        span.TagObjects.ShouldBe([new("error.type", "System.IO.IOException")]);
        (span.Status, span.StatusDescription).ShouldBe((ActivityStatusCode.Error, null));
    }

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
        _cleaner.Dispose();
    }

    private Activity Cleaned(params (string Key, string Value)[] tags)
    {
        var span = _source.StartActivity("span of a library")!;
        foreach (var (key, value) in tags)
        {
            span.SetTag(key, value);
        }

        span.SetStatus(ActivityStatusCode.Error, "it failed at secret");
        span.Stop();
        _cleaner.OnEnd(span);
        return span;
    }
}
