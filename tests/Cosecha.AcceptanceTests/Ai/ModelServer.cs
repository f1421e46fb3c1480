using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary>Plays the language model's service over HTTP, in OpenAI's protocol and in Azure's.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Request> _requests = new();

    private ModelServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Url => _app.Urls.Single();

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<Request> Requests => [.. _requests];

    /// <summary>Starts it on a free port of this machine.</summary>
    /// <param name="answer">What it answers to a message: the text that the user's turn holds in, a response out.</param>
    public static async Task<ModelServer> StartAsync(Func<string, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new ModelServer(app);
        app.MapPost("/{**path}", async (HttpRequest request) => answer(await server.ReadAsync(request)));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>An answer of the model.</summary>
    /// <param name="content">Its text.</param>
    /// <param name="finish">Why it stopped.</param>
    /// <param name="refusal">The words of its refusal.</param>
    public static IResult Says(string? content, string finish = "stop", string? refusal = null) =>
        Results.Json(
            new JsonObject
            {
                ["id"] = "chatcmpl-1",
                ["object"] = "chat.completion",
                ["created"] = 1_760_000_000,
                ["model"] = "test",
                ["choices"] = new JsonArray(
                    new JsonObject
                    {
                        ["index"] = 0,
                        ["finish_reason"] = finish,
                        ["message"] = new JsonObject
                        {
                            ["role"] = "assistant",
                            ["content"] = content,
                            ["refusal"] = refusal,
                        },
                    }
                ),
                ["usage"] = new JsonObject
                {
                    ["prompt_tokens"] = 100,
                    ["completion_tokens"] = 10,
                    ["total_tokens"] = 110,
                },
            }
        );

    /// <summary>An error of the service.</summary>
    public static IResult Fails(int status, string code) =>
        Results.Json(new { error = new { code, message = $"{code}: you sent Toño" } }, statusCode: status);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<string> ReadAsync(HttpRequest request)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        var turn = body["messages"]!.AsArray()[^1]!["content"]!;
        var said = turn is JsonArray parts ? (string)parts[0]!["text"]! : (string)turn!;
        var text = (string)JsonNode.Parse(said)!["text"]!;
        var key = request.Headers["api-key"].Concat(request.Headers.Authorization).FirstOrDefault();
        if (text != "ping")
        {
            // That is what the app asks at its start.
            _requests.Enqueue(new(request.Path, key, body, text));
        }

        return text;
    }

    /// <summary>A request: path, key, body, and the message in it.</summary>
    internal sealed record Request(string Path, string? Key, JsonObject Body, string Text);
}
