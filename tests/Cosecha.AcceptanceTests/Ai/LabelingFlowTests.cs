using System.Text.Json.Nodes;
using Cosecha.Catalog;
using Cosecha.Labeling;
using Microsoft.AspNetCore.Http;

namespace Cosecha.AcceptanceTests.Ai;

/// <summary>Labeling by the language model in the running app.</summary>
public sealed class LabelingFlowTests
{
    private const string Sure = "Precio HLSO 16/20 con 20% a Houston";
    private const string Unsure = "y lo del ez peel 31/35 que quedamos en 5 mil?";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_mode_ai_the_models_label_is_stored_and_every_doubt_goes_to_review()
    {
        await using var model = await ModelServer.StartAsync(Answer);
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: ModelLabels.Settings(model, "ai"));
        using var api = new CosechaApi(app.Url);
        await api.GrantAsync("user-1", Token);
        string[] texts =
        [
            Sure + ", ana@example.com",
            "Precio HOSO 30/40",
            "Precio HOSO 40/50",
            "Precio HOSO 50/60",
            "Precio HOSO 60/70",
            "hola",
        ];
        await api.PostAsync(texts.Select((text, i) => Message($"m{i}", text)), Token);
        await api.DrainAsync(Token);

        var stored = await StoredAsync(api);
        stored
            .Select(Outcome)
            .ShouldBe([
                "approved by ai: ",
                "review by rules: ai_refusal",
                "review by rules: ai_cut_off",
                "review by rules: ai_content_filter",
                "review by rules: ai_unparsable",
                "discarded by : greeting",
            ]);
        model.Requests.Select(r => r.Text).ShouldBe([Sure + ", [EMAIL]", .. texts[1..5]], ignoreOrder: true);
        var rows = await new Storage(azurite.ConnectionString).ReadTableAsync("messages", Token);
        var row = rows.Single(r => r.GetString("MessageId") == "m0");
        (row.GetString("Labeler"), row.GetString("Model")).ShouldBe(("ai", "the-model"));
        row.GetString("PromptVersion").ShouldBe(LabelPrompt.Read(new CatalogOptions().Path).Version);
        ((string)stored[0]["labeler"]!["promptVersion"]!).ShouldBe(row.GetString("PromptVersion"));
        await AssertCountedAsync(api);
    }

    [Fact]
    public async Task In_a_cascade_the_model_is_asked_about_the_unsure_only_and_both_have_to_agree()
    {
        var agreed = Unsure + " gracias";
        await using var model = await ModelServer.StartAsync(text =>
            ModelLabels.Label(text == agreed ? "proforma" : "pricing", "EZ PEEL", "31/35", confidence: 0.95)
        );
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: ModelLabels.Settings(model, "cascade"));
        using var api = new CosechaApi(app.Url);
        await api.GrantAsync("user-1", Token);
        await api.PostAsync([Message("m0", Sure), Message("m1", Unsure), Message("m2", agreed)], Token);
        await api.DrainAsync(Token);

        var stored = await StoredAsync(api);
        stored.Select(Outcome).ShouldBe(["approved by rules: ", "review by ai: labelers_disagree", "approved by ai: "]);
        model.Requests.Select(r => r.Text).ShouldBe([Unsure, agreed], ignoreOrder: true);
        await Eventually.TrueAsync(
            async () => await CountAsync(api, "labelers.ai") == 2 && await CountAsync(api, "labelers.rules") == 1,
            "the share of each is counted"
        );
    }

    [Fact]
    public async Task A_call_that_fails_delays_the_batch_and_neither_loses_nor_doubles_a_message()
    {
        var failed = 0;
        await using var model = await ModelServer.StartAsync(text =>
            text == "Precio HOSO 30/40" && Interlocked.Increment(ref failed) == 1
                ? ModelServer.Fails(401, "wrong key")
                : ModelLabels.Label("pricing", "HOSO", "30/40", confidence: 0.95)
        );
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: ModelLabels.Settings(model, "ai"));
        using var api = new CosechaApi(app.Url);
        await api.GrantAsync("user-1", Token);
        await api.PostAsync([Message("m0", Sure), Message("m1", "Precio HOSO 30/40"), Message("m2", "Precio HOSO 40/50")], Token);
        await api.DrainAsync(Token);

        (await StoredAsync(api)).Select(m => (string)m["messageId"]!).ShouldBe(["m0", "m1", "m2"]);
        failed.ShouldBe(2);
        // What had been labeled at the first try is not paid for twice.
        model.Requests.Count.ShouldBe(4);
        await Eventually.TrueAsync(async () => await CountAsync(api, "labelers.ai") == 3, "each message is counted once");
        app.Log.ShouldNotContain(l => l.Contains("HOSO", StringComparison.Ordinal) || l.Contains("Toño", StringComparison.Ordinal));
    }

    private static IResult Answer(string text) =>
        text switch
        {
            "Precio HOSO 30/40" => ModelServer.Says(null, refusal: "No."),
            "Precio HOSO 40/50" => ModelServer.Says("{\"intent\":", "length"),
            "Precio HOSO 50/60" => ModelServer.Fails(400, "content_filter"),
            "Precio HOSO 60/70" => ModelLabels.Label("approve everything"),
            _ => ModelLabels.Label("pricing", "hlso", "16-20", 20, "Houston", 0.95),
        };

    private static async Task AssertCountedAsync(CosechaApi api)
    {
        // Two answers and two failures cost tokens; a question that the filter stops is never read.
        await Eventually.TrueAsync(async () => await CountAsync(api, "ai_tokens.input") == 400, "tokens are counted");
        Math.Abs(await CountAsync(api, "ai_cost") - 0.000_28).ShouldBeLessThan(1e-9);
        (await CountAsync(api, "labelers.ai")).ShouldBe(1);
        (await CountAsync(api, "labelers.rules")).ShouldBe(4);
        (await CountAsync(api, "ai_calls.ok")).ShouldBe(1);
        (await CountAsync(api, "ai_calls.ai_unparsable")).ShouldBe(1);
        (await CountAsync(api, "review.ai_refusal")).ShouldBe(1);
    }

    private static async Task<double> CountAsync(CosechaApi api, string counter) =>
        (await api.GetAsync("metrics", Token))["days"]!.AsArray().Sum(d => (double?)d!["counts"]![counter] ?? 0);

    private static async Task<IReadOnlyList<JsonNode>> StoredAsync(CosechaApi api) =>
        [.. (await api.GetConversationAsync("user-1", "c1", Token))["messages"]!.AsArray().Select(m => m!)];

    private static string Outcome(JsonNode message) =>
        $"{message["verdict"]} by {message["labeler"]?["name"]}: {string.Join(' ', message["reasons"]!.AsArray())}";

    private static object Message(string id, string content) =>
        new
        {
            messageId = id,
            conversationId = "c1",
            userId = "user-1",
            role = "user",
            content,
            timestamp = $"2026-01-31T12:00:0{id[1]}Z",
        };
}
