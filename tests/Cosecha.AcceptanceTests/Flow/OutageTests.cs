using System.Net;
using System.Text.Json.Nodes;
using Cosecha.AcceptanceTests.Ai;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>What the stages need is away for longer than a host tries: nothing is lost, and the work goes on by itself.</summary>
public sealed class OutageTests
{
    private const int Users = 4;
    private const int Batches = 5;

    // host.json tries five times, ten seconds apart: an outage of a minute uses up all of them.
    private static readonly TimeSpan s_outage = TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("COSECHA_OUTAGE_SECONDS") ?? "60", provider: null)
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_model_answers_500_messages_wait_and_all_are_labeled_in_the_end()
    {
        var ends = TimeProvider.System.GetUtcNow() + s_outage;
        await using var model = await ModelServer.StartAsync(_ =>
            TimeProvider.System.GetUtcNow() < ends
                ? ModelServer.Fails(500, "broken")
                : ModelLabels.Label("pricing", "HLSO", "16/20", confidence: 0.95)
        );
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: ModelLabels.Settings(model, "ai"));
        using var api = new CosechaApi(app.Url);
        var sent = await SendAsync(api);

        await Eventually.TrueAsync(async () => await StatusAsync(api, "model") == "degraded", "health says that the model is away");
        await WaitUntilAsync(ends);
        await api.DrainAsync(Token);

        await AssertAllStoredAsync(azurite, sent);
        var rows = await new Storage(azurite.ConnectionString).ReadTableAsync("messages", Token);
        rows.ShouldAllBe(r => r.GetString("Labeler") == "ai");
        await AssertNothingInPoisonAsync(api);
        (await StatusAsync(api, "model")).ShouldBe("healthy");
    }

    [Fact]
    public async Task While_storage_is_stopped_in_the_middle_of_a_run_nothing_is_lost_and_the_host_recovers_by_itself()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token);
        using var api = new CosechaApi(app.Url);
        var sent = await SendAsync(api);

        await azurite.StopAsync(Token);
        var ends = TimeProvider.System.GetUtcNow() + s_outage;
        await Eventually.TrueAsync(
            async () => (await api.SendAsync(HttpMethod.Get, "health", null, Token)).Status == HttpStatusCode.ServiceUnavailable,
            "health says that storage is away"
        );
        await WaitUntilAsync(ends);
        await azurite.StartAsync(Token);

        await Eventually.TrueAsync(async () => await StatusAsync(api, "storage") == "healthy", "health says that storage is back");
        await api.DrainAsync(Token);
        await AssertAllStoredAsync(azurite, sent);
        await AssertNothingInPoisonAsync(api);
        (await api.GetAsync("health", Token))["status"]!.ToString().ShouldBe("healthy");
    }

    /// <summary>Users and their messages, in batches, all accepted.</summary>
    private static async Task<IReadOnlyList<string>> SendAsync(CosechaApi api)
    {
        var sent = new List<string>();
        for (var user = 0; user < Users; user++)
        {
            await api.GrantAsync($"user-{user}", Token);
            for (var batch = 0; batch < Batches; batch++)
            {
                var ids = Enumerable.Range(0, 10).Select(i => $"m-{user}-{batch}-{i}").ToList();
                var statuses = await api.PostAsync(ids.Select(id => Message($"user-{user}", id)), Token);
                statuses.ShouldAllBe(s => s == "queued");
                sent.AddRange(ids);
            }
        }

        return sent;
    }

    private static object Message(string user, string id) =>
        new
        {
            messageId = id,
            conversationId = "c1",
            userId = user,
            role = "user",
            content = $"Precio HLSO 16/20 con 20% a Houston, {Ids.Kilos()} kg",
            timestamp = "2026-01-31T12:00:00Z",
        };

    private static async Task AssertAllStoredAsync(Azurite azurite, IReadOnlyList<string> sent)
    {
        var rows = await new Storage(azurite.ConnectionString).ReadTableAsync("messages", Token);
        rows.Select(r => r.GetString("MessageId")).ShouldBe(sent, ignoreOrder: true);
    }

    private static async Task AssertNothingInPoisonAsync(CosechaApi api)
    {
        var answer = await api.GetAsync("failures", Token);
        answer["poison"]!.AsObject().Select(q => (int)q.Value!).ShouldAllBe(depth => depth == 0);
        answer["failures"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task<string?> StatusAsync(CosechaApi api, string check)
    {
        var (_, _, body) = await api.SendAsync(HttpMethod.Get, "health", null, Token);
        var checks = JsonNode.Parse(body)!["checks"]!.AsArray();
        return (string?)checks.Single(c => (string)c!["name"]! == check)!["status"];
    }

    /// <summary>An outage lasts as long as it lasts; what the app does meanwhile is its own affair.</summary>
    private static Task WaitUntilAsync(DateTimeOffset time)
    {
        var left = time - TimeProvider.System.GetUtcNow();
        return left > TimeSpan.Zero ? Task.Delay(left, Token) : Task.CompletedTask;
    }
}
