using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary>Fine-tuning jobs, over HTTP and with a server that plays the service.</summary>
public sealed class FineTuneTests
{
    private static readonly string[] s_sizes =
    [
        "16/20",
        "21/25",
        "26/30",
        "31/35",
        "36/40",
        "41/50",
        "51/60",
        "61/70",
        "71/90",
        "20/30",
        "30/40",
        "40/50",
        "50/60",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AzureOpenAI", "/openai/v1")]
    [InlineData("OpenAI", "")]
    public async Task A_version_is_trained_on_once_its_files_are_deleted_and_an_erasure_names_the_model(string kind, string prefix)
    {
        await using var service = await FineTuneServer.StartAsync(prefix);
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: Settings(service, kind));
        using var api = new CosechaApi(app.Url);
        (await StartAsync(api)).ShouldBe((HttpStatusCode.NotFound, "version_unknown"));
        await ExportAsync(api, users: 3);
        (await StartAsync(api)).ShouldBe((HttpStatusCode.UnprocessableEntity, "checks_failed"));
        await ExportAsync(api, users: 12);
        service.Upload = 401;
        (await StartAsync(api)).ShouldBe((HttpStatusCode.BadGateway, "service_denied"));
        service.Upload = 429;
        (await StartAsync(api)).ShouldBe((HttpStatusCode.ServiceUnavailable, "service_quota"));

        (service.Upload, service.FileStatus) = (200, "pending");
        var job = await PostAsync(api);
        ((string)job["status"]!).ShouldBe("uploaded");
        service.Key.ShouldBe("Bearer secret");
        service.Uploaded.Purpose.ShouldBe("fine-tune");
        var (_, _, file) = await api.SendAsync(HttpMethod.Get, $"exports/{job["version"]}/chat/train.jsonl", null, Token);
        Encoding.UTF8.GetString(service.Uploaded.Content).TrimStart('\uFEFF').ShouldBe(file.TrimStart('\uFEFF'));
        service.Uploaded.Content.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBe(kind == "AzureOpenAI");
        (service.FileStatus, service.LosesStart) = ("processed", true);
        (await StartAsync(api)).ShouldBe((HttpStatusCode.ServiceUnavailable, "service_error"));
        var again = await PostAsync(api);
        ((string)again["id"]!, (string)again["status"]!).ShouldBe(((string)job["id"]!, "running"));
        service.JobStatus = "succeeded";
        var done = await api.GetAsync($"fine-tunes/{job["id"]}", Token);
        ((string)done["fineTunedModel"]!, (int)done["trainedTokens"]!, (bool)done["filesDeleted"]!).ShouldBe(("ft:m", 42, true));
        service.Calls.Count(c => c.StartsWith($"POST {prefix}/fine_tuning", StringComparison.Ordinal)).ShouldBe(1);
        service.Calls.ShouldContain($"DELETE {prefix}/files/file-1 200");

        var erasure = (string)(await api.WithdrawAsync("user-1", Token))["erasureId"]!;
        await Eventually.TrueAsync(
            async () => (string)(await api.GetAsync($"erasures/{erasure}", Token))["status"]! == "completed",
            "the erasure is done"
        );
        var used = (await api.GetAsync($"erasures/{erasure}", Token))["fineTunes"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)used["id"]!, (string)used["fineTunedModel"]!).ShouldBe(((string)job["id"]!, "ft:m"));
    }

    private static Dictionary<string, string?> Settings(FineTuneServer service, string kind) =>
        new()
        {
            ["Ai__Endpoint"] = service.Url,
            ["Ai__Service"] = kind,
            ["Ai__Model"] = "the-model",
            ["Ai__Key"] = "secret",
            ["Export__ValidShare"] = "0",
            ["FineTune__BaseModel"] = "gpt-4o-mini-2024-07-18",
        };

    private static async Task ExportAsync(CosechaApi api, int users)
    {
        for (var i = 1; i <= users; i++)
        {
            await api.GrantAsync($"user-{i}", Token);
            await api.PostAsync(
                [Turn(i, "user", $"Precio HLSO {s_sizes[i]} con {i + 5}% a Houston"), Turn(i, "assistant", "USD 3.95/lb CFR Houston")],
                Token
            );
        }

        await api.DrainAsync(Token);
        await api.ExportAsync(Token);
    }

    private static object Turn(int user, string role, string content) =>
        new
        {
            messageId = $"{role}-{user}",
            conversationId = $"c{user}",
            userId = $"user-{user}",
            role,
            content,
            timestamp = role == "user" ? "2026-01-31T12:00:00Z" : "2026-01-31T12:00:05Z",
        };

    private static async Task<(HttpStatusCode Status, string? Reason)> StartAsync(CosechaApi api)
    {
        var (status, _, body) = await api.SendAsync(HttpMethod.Post, "fine-tunes", null, Token);
        return (status, (string?)JsonNode.Parse(body)!["reason"]);
    }

    private static async Task<JsonNode> PostAsync(CosechaApi api)
    {
        var (status, _, body) = await api.SendAsync(HttpMethod.Post, "fine-tunes", null, Token);
        status.ShouldBe(HttpStatusCode.Accepted);
        return JsonNode.Parse(body)!;
    }
}
