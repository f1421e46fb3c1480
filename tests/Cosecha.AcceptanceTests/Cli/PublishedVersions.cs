using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Cosecha.AcceptanceTests.Cli;

/// <summary>A server that answers as Cosecha does, with two data set versions that never change.</summary>
internal sealed class PublishedVersions : IAsyncDisposable
{
    public const string Old = "20260131T070000123Z";
    public const string New = "20260201T070000456Z";

    private readonly WebApplication _server;

    private PublishedVersions(WebApplication server) => _server = server;

    public string Url => _server.Urls.Single();

    /// <summary>Starts it.</summary>
    /// <param name="empty">Whether there is no version yet.</param>
    public static async Task<PublishedVersions> StartAsync(bool empty = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var list = empty ? "" : $"{Manifest(New)},{Manifest(Old)}";
        server.MapGet("/api/exports", () => Results.Text($$"""{"exports":[{{list}}]}""", "application/json"));
        server.MapPost("/api/exports", () => Results.Problem("Busy.", statusCode: StatusCodes.Status409Conflict));
        server.MapGet(
            "/api/exports/{version}/manifest.json",
            (string version) => Results.Text(Manifest(version), "application/octet-stream")
        );
        server.MapGet(
            "/api/exports/{version}/lineage.jsonl",
            (string version) => Results.Text(Lineage(version), "application/octet-stream")
        );
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Manifest(string version) =>
        version == Old
            ? """
                {"version":"20260131T070000123Z","createdAt":"2026-01-31T07:00:00.123+00:00","seed":"s",
                "messages":8,"conversations":3,"examples":3,"train":2,"valid":1,"excluded":{"user_review":1},
                "files":[{"name":"train.jsonl","lines":2,"bytes":1234,"sha256":"x"}],"warnings":["few"],
                "revision":1,"erased":[{"at":"2026-02-01T08:00:00+00:00","lines":4}],"checks":{"tokens":{"total":1500.5}}}
                """
            : """
                {"version":"20260201T070000456Z","createdAt":"2026-02-01T07:00:00.456+00:00","seed":"s",
                "messages":9,"conversations":3,"examples":3,"train":3,"valid":0,"excluded":{},
                "files":[],"warnings":[],"revision":0,"erased":[]}
                """;

    private static string Lineage(string version) =>
        version == Old
            ? string.Join('\n', Line("train", "u1", "a"), Line("train", "u1", "b"), Line("valid", "u2", "c"))
            : string.Join('\n', Line("train", "u1", "a"), Line("train", "u2", "c"), Line("train", "u3", "d"), Intent);

    private const string Intent = """{"lines":{"intent/train.jsonl":1},"userKey":"u9","conversationId":"c","messageIds":["z"]}""";

    private static string Line(string file, string user, string message) =>
        $$"""{"lines":{"{{file}}.jsonl":1,"chat/{{file}}.jsonl":1},"userKey":"{{user}}","conversationId":"c","messageIds":["{{message}}","{{message}}2"]}""";
}
