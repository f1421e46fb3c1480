using System.Text.Json.Nodes;
using Cosecha.Consent;
using Cosecha.Messages;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Another pseudonym key, seen from outside: nobody is lost, nothing is doubled, and a withdrawal reaches all.</summary>
public sealed class KeyRotationTests
{
    private const string Question = "precio de HLSO 16/20 con 20% glaseo para Houston";
    private const int Conversations = 8;

    private static readonly string A = Secret(1);
    private static readonly string B = Secret(2);

    private readonly string _user = $"user-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_user_who_consented_under_the_old_key_goes_on_under_the_new_one_and_is_erased_under_both()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        var storage = new Storage(azurite.ConnectionString);
        JsonObject receipt;
        await using (var app = await StartAsync(azurite, A))
        {
            using var api = new CosechaApi(app.Url);
            receipt = (await api.GrantAsync(_user, Token))["receipt"]!.AsObject();
            (await api.PostAsync([Post("m1", "593991234287", Question)], Token)).ShouldBe(["queued"]);
            await api.DrainAsync(Token);
        }

        await storage.SendAsync("captured", UnderWay("m-under-way"), Token);
        await using var rotated = await StartAsync(azurite, B, A);
        using var now = new CosechaApi(rotated.Url);
        ((string)(await now.GetAsync($"consents/{_user}", Token))["status"]!).ShouldBe("granted");
        (await now.SendAsync(HttpMethod.Post, "consents/verify", receipt.ToJsonString(), Token)).Body.ShouldBe("""{"valid":true}""");
        (await now.PostAsync([Post("m1", "593991234287", Question), Post("m2", "593991234287", Question)], Token)).ShouldBe([
            "duplicate",
            "queued",
        ]);
        await now.DrainAsync(Token);

        var conversation = (await now.GetConversationAsync(_user, "593991234287", Token))["messages"]!.AsArray();
        conversation.Select(m => (string)m!["messageId"]!).ShouldBe(["m1", "m2"]);
        var data = await now.GetAsync($"users/{_user}/data", Token);
        data["messages"]!.AsArray().Select(m => (string)m!["messageId"]!).Order().ShouldBe(["m1", "m2", "m-under-way"], ignoreOrder: true);
        data["consentHistory"]!.AsArray().Count.ShouldBe(1);
        ((int)data["claimedMessageIds"]!).ShouldBe(2);
        var rows = await storage.ReadTableAsync("messages", Token);
        rows.Single(r => r.GetString("MessageId") == "m2").PartitionKey.ShouldBe(Keys(B).UserKey(_user));
        rows.Single(r => r.GetString("MessageId") == "m1").PartitionKey.ShouldBe(Keys(A).UserKey(_user));

        var erasure = (string)(await now.WithdrawAsync(_user, Token))["erasureId"]!;
        await storage.SendAsync("captured", UnderWay("m-too-late"), Token);
        await now.DrainAsync(Token);
        ((int)(await now.GetAsync($"erasures/{erasure}", Token))["messages"]!).ShouldBe(3);
        (await storage.ReadTableAsync("messages", Token)).ShouldBeEmpty();
        (await storage.ReadTableAsync("claims", Token)).ShouldBeEmpty();
        ((string)(await now.GetAsync($"consents/{_user}", Token))["status"]!).ShouldBe("withdrawn");
    }

    [Fact]
    public async Task A_conversation_stays_on_its_side_of_the_split_over_a_rotation()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        string[] before;
        await using (var app = await StartAsync(azurite, A))
        {
            using var api = new CosechaApi(app.Url);
            await api.GrantAsync(_user, Token);
            await TalkAsync(api, 10);
            before = await ExportAsync(api);
        }

        await using var rotated = await StartAsync(azurite, B, A);
        using var now = new CosechaApi(rotated.Url);
        await TalkAsync(now, 50);
        var after = await ExportAsync(now);
        for (var i = 0; i < Conversations; i++)
        {
            var side = Array.FindIndex(before, f => f.Contains($"7,{10 + i}/kg", StringComparison.Ordinal));
            side.ShouldBeGreaterThanOrEqualTo(0);
            after[side].ShouldContain($"7,{10 + i}/kg");
            after[side].ShouldContain($"7,{50 + i}/kg");
        }
    }

    /// <summary>A pair in each conversation, known by the cents of its price; every other conversation has a number as its id.</summary>
    private async Task TalkAsync(CosechaApi api, int cents)
    {
        foreach (var i in Enumerable.Range(0, Conversations))
        {
            var conversation = i % 2 == 0 ? $"c-{i}" : $"59399123428{i}";
            var (question, answer) = (
                Post($"q{cents}", conversation, Question),
                Post($"a{cents}", conversation, $"USD 7,{cents + i}/kg", "assistant")
            );
            (await api.PostAsync([question, answer], Token)).ShouldBe(["queued", "queued"]);
        }

        await api.DrainAsync(Token);
    }

    private static async Task<string[]> ExportAsync(CosechaApi api)
    {
        var version = (string)(await api.ExportAsync(Token))["version"]!;
        return [await api.GetFileAsync(version, "train.jsonl", Token), await api.GetFileAsync(version, "valid.jsonl", Token)];
    }

    private string UnderWay(string id)
    {
        var header = new MessageHeader(Keys(A).UserKey(_user), "c-under-way", id, Role.User, DateTimeOffset.UnixEpoch, null, 1);
        return Payload.Pack([new CapturedMessage(header, Question)], PipelineJson.Plain.MessageBatchCapturedMessage, null).Single();
    }

    private object Post(string id, string conversation, string content, string role = "user") =>
        new
        {
            messageId = id,
            conversationId = conversation,
            userId = _user,
            role,
            content,
        };

    private static Task<App> StartAsync(Azurite azurite, string key, params string[] previous)
    {
        var settings = previous.Index().ToDictionary(p => $"Pseudonym__PreviousKeys__{p.Index}", p => (string?)p.Item);
        settings["Pseudonym__Key"] = key;
        settings["Export__ValidShare"] = "0.5";
        return App.StartAsync(azurite.ConnectionString, Token, settings: settings);
    }

    private static Pseudonyms Keys(string key) => new(Options.Create(new PseudonymOptions { Key = key }));

    private static string Secret(byte number) => Convert.ToBase64String(Enumerable.Repeat(number, 32).ToArray());
}
