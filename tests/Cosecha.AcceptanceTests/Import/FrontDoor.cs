using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Import;

/// <summary>Stands before the app and lets a test decide what becomes of each batch of messages.</summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private int _batches;

    private FrontDoor(WebApplication app, Uri behind)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = behind };
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => new(_app.Urls.Single());

    /// <summary>What happens to the batch with this number, from 1, before it goes on; a status ends it there.</summary>
    public Func<int, Task<int?>> Before { get; set; } = _ => Task.FromResult<int?>(null);

    /// <summary>How many messages each batch had.</summary>
    public IList<int> Batches { get; } = [];

    public static async Task<FrontDoor> StartAsync(Uri behind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var door = new FrontDoor(app, behind);
        app.Map("/{**path}", door.PassAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return door;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
        if (context.Request.Path == "/api/messages")
        {
            Batches.Add(JsonNode.Parse(body)!["messages"]!.AsArray().Count);
            if (await Before(++_batches) is { } status)
            {
                context.Response.StatusCode = status;
                return;
            }
        }

        using var request = new HttpRequestMessage(new(context.Request.Method), context.Request.Path + context.Request.QueryString);
        request.Content = new StringContent(body, null, "application/json");
        using var response = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = $"{response.Content.Headers.ContentType}";
        await context.Response.WriteAsync(await response.Content.ReadAsStringAsync(context.RequestAborted), context.RequestAborted);
    }
}
