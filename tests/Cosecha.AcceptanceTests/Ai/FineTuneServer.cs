using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary>Plays the fine-tuning service: files and jobs, under OpenAI's paths or Azure's.</summary>
internal sealed class FineTuneServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FineTuneServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>What it was asked, in order, with the status of its answer.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>The uploaded files' status.</summary>
    public string FileStatus { get; set; } = "processed";

    /// <summary>The jobs' status.</summary>
    public string JobStatus { get; set; } = "running";

    /// <summary>The status with which uploads are answered.</summary>
    public int Upload { get; set; } = 200;

    /// <summary>What was uploaded last: its purpose and its bytes.</summary>
    public (string? Purpose, byte[] Content) Uploaded { get; private set; }

    /// <summary>The header with the key of the last upload.</summary>
    public string? Key { get; private set; }

    /// <summary>Whether the answer to a start is lost, though the job runs.</summary>
    public bool LosesStart { get; set; }

    public static async Task<FineTuneServer> StartAsync(string prefix)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new FineTuneServer(app);
        app.Use(next =>
            async context =>
            {
                await next(context);
                server.Calls.Enqueue($"{context.Request.Method} {context.Request.Path} {context.Response.StatusCode}");
            }
        );
        app.MapPost(prefix + "/files", server.TakeAsync);
        app.MapGet(prefix + "/files/{id}", () => Results.Text(server.File(), "application/json"));
        app.MapDelete(prefix + "/files/{id}", () => Results.Text("""{"id":"file-1","object":"file","deleted":true}""", "application/json"));
        app.MapPost(
            prefix + "/fine_tuning/jobs",
            () => Results.Text(server.Job(), "application/json", statusCode: server.LosesStart ? 500 : 200)
        );
        app.MapGet(prefix + "/fine_tuning/jobs", () => Results.Text($$"""{"data":[{{server.Job()}}]}""", "application/json"));
        app.MapGet(prefix + "/fine_tuning/jobs/{id}", () => Results.Text(server.Job(), "application/json"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        using var content = new MemoryStream();
        await form.Files["file"]!.CopyToAsync(content);
        Uploaded = (form["purpose"], content.ToArray());
        Key = request.Headers.Authorization;
        return Results.Text(File(), "application/json", statusCode: Upload);
    }

    private string File() =>
        $$"""{"id":"file-1","object":"file","bytes":1,"created_at":1760000000,"filename":"f","purpose":"fine-tune","status":"{{FileStatus}}"}""";

    private string Job() =>
        JobStatus == "succeeded"
            ? """{"id":"ftjob-1","status":"succeeded","training_file":"file-1","fine_tuned_model":"ft:m","trained_tokens":42,"error":null}"""
            : $$"""{"id":"ftjob-1","status":"{{JobStatus}}","training_file":"file-1","fine_tuned_model":null,"error":null }""";
}
