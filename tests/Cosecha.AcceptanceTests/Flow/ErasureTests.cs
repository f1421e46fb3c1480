using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cosecha.Consent;
using Cosecha.Messages;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Erasures, seen from outside.</summary>
public sealed class ErasureTests(AppFixture app)
{
    private static readonly Pseudonyms s_pseudonyms = new(Options.Create(new PseudonymOptions { Key = PseudonymOptions.DevelopmentKey }));

    private readonly string _user = $"user-{Ids.Next()}";
    private readonly string _other = $"user-{Ids.Next()}";

    private string UserKey => s_pseudonyms.UserKey(_user);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withdrawal_erases_what_is_stored_and_tells_how_far_it_is()
    {
        await TalkAsync(_user);
        await TalkAsync(_other);
        var version = (string)(await app.Api.ExportAsync(Token))["version"]!;
        (await app.Api.GetFileAsync(version, "lineage.jsonl", Token)).ShouldContain(UserKey);

        var id = (string)(await app.Api.WithdrawAsync(_user, Token))["erasureId"]!;
        var erasure = await CompletedAsync(id);
        ((int)erasure["messages"]!).ShouldBe(2);
        var versions = erasure["versions"]!.AsArray().Select(v => ((string)v!["version"]!, (int)v["lines"]!)).ToList();
        versions.ShouldContain((version, 3));

        await AssertNothingLeftAsync();
        (await app.Api.PostAsync([Turn(_user, "m3", "user", "hola")], Token)).ShouldBe(["no_consent"]);
        (await app.Api.GetFileAsync(version, "lineage.jsonl", Token)).ShouldContain(s_pseudonyms.UserKey(_other));
        (await app.Api.GetConversationAsync(_other, Conversation(_other), Token))["messages"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_latest_files_are_issued_again_and_the_manifest_says_how_many_lines_went_and_when()
    {
        await TalkAsync(_user);
        await TalkAsync(_other);
        var before = await app.Api.ExportAsync(Token);
        var version = (string)before["version"]!;
        await CompletedAsync((string)(await app.Api.WithdrawAsync(_user, Token))["erasureId"]!);

        var manifest = JsonNode.Parse(await app.Api.GetFileAsync(version, "manifest.json", Token))!;
        var erased = manifest["erased"]!.AsArray().ShouldHaveSingleItem()!;
        ((int)erased["lines"]!).ShouldBe(3);
        ((DateTimeOffset)erased["at"]!).ShouldBeGreaterThan((DateTimeOffset)manifest["createdAt"]!);
        ((int)manifest["examples"]!).ShouldBe((int)before["examples"]! - 1);

        var storage = new Storage(app.ConnectionString);
        var blobs = await storage.ReadAllAsync().Where(b => b.Place.StartsWith("finetune/", StringComparison.Ordinal)).ToListAsync(Token);
        var latest = blobs.Single(b => b.Place == "finetune/manifest.json").Text["manifest.json".Length..];
        foreach (var file in JsonNode.Parse(latest)!["files"]!.AsArray().Select(f => (string)f!["name"]!).Where(f => f != "lineage.jsonl"))
        {
            var text = blobs.Single(b => b.Place == $"finetune/{file}").Text[file.Length..];
            var latestVersion = (string)JsonNode.Parse(latest)!["version"]!;
            text.ShouldBe(await app.Api.GetFileAsync(latestVersion, file, Token));
        }
    }

    [Fact]
    public async Task Messages_of_the_user_in_a_poison_queue_go_and_those_of_others_stay()
    {
        await app.Api.GrantAsync(_user, Token);
        await app.Api.GrantAsync(_other, Token);
        var storage = new Storage(app.ConnectionString);
        var batch = Payload.Pack([Captured(_user), Captured(_other)], PipelineJson.Plain.MessageBatchCapturedMessage, null);
        await storage.SendAsync("labeled-poison", batch[0], Token);
        await CompletedAsync((string)(await app.Api.WithdrawAsync(_user, Token))["erasureId"]!);
        var left = (await storage.PeekAsync("labeled-poison", Token)).Where(p =>
            p.Contains(Conversation(_other), StringComparison.Ordinal)
        );
        left.ShouldHaveSingleItem().ShouldNotContain(UserKey);
        await app.Api.WithdrawAsync(_other, Token);
        await app.Api.DrainAsync(Token);
    }

    [Fact]
    public async Task Many_who_withdraw_at_once_do_not_hold_each_other_up()
    {
        var users = Enumerable.Range(0, 12).Select(i => $"{_user}-{i}").ToList();
        await Task.WhenAll(users.Append(_other).Select(u => app.Api.GrantAsync(u, Token)));
        var storage = new Storage(app.ConnectionString);
        var poisoned = Payload.Pack([Captured(_other)], PipelineJson.Plain.MessageBatchCapturedMessage, null).Single();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => storage.SendAsync("labeled-poison", poisoned, Token)));

        var answers = await Task.WhenAll(users.Select(u => app.Api.WithdrawAsync(u, Token)));
        await Task.WhenAll(answers.Select(a => CompletedAsync((string)a["erasureId"]!)));

        await CompletedAsync((string)(await app.Api.WithdrawAsync(_other, Token))["erasureId"]!);
        (await storage.PeekAsync("labeled-poison", Token)).ShouldNotContain(p => p.Contains(UserKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_denial_after_a_yes_erases_as_a_withdrawal_does()
    {
        await TalkAsync(_user);
        var text = await app.Api.GetAsync("consents/text?lang=es", Token);
        var body = JsonSerializer.Serialize(
            new
            {
                granted = false,
                textVersion = (string?)text["textVersion"],
                language = "es",
            }
        );
        var (status, _, answer) = await app.Api.SendAsync(HttpMethod.Put, $"consents/{_user}", body, Token);
        status.ShouldBe(HttpStatusCode.OK);
        ((int)(await CompletedAsync((string)JsonNode.Parse(answer)!["erasureId"]!))["messages"]!).ShouldBe(2);
        await AssertNothingLeftAsync();
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("x")]
    [InlineData("%23%3F%5C")]
    public async Task An_erasure_that_was_never_ordered_is_not_found(string id)
    {
        var (status, type, _) = await app.Api.SendAsync(HttpMethod.Get, $"erasures/{id}", null, Token);
        status.ShouldBe(HttpStatusCode.NotFound);
        type.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task An_order_that_nobody_can_read_is_kept_in_the_poison_queue()
    {
        var storage = new Storage(app.ConnectionString);
        var order = $$"""{"schema":99,"note":"{{_user}}"}""";
        await storage.SendAsync("erasure", order, Token);
        await Eventually.TrueAsync(async () => (await storage.PeekAsync("erasure-poison", Token)).Contains(order), "it is refused");
    }

    private async Task TalkAsync(string user)
    {
        await app.Api.GrantAsync(user, Token);
        var turns = new[]
        {
            Turn(user, "m1", "user", $"precio de {Ids.Kilos()} de HLSO 16/20 con 20% glaseo para Houston"),
            Turn(user, "m2", "assistant", "HLSO 16/20: USD 7.60/kg"),
        };
        await app.Api.PostAsync(turns, Token);
        await app.Api.DrainAsync(Token);
    }

    private async Task<JsonObject> CompletedAsync(string id)
    {
        await Eventually.TrueAsync(
            async () => (string)(await app.Api.GetAsync($"erasures/{id}", Token))["status"]! == "completed",
            "the erasure is completed"
        );
        return await app.Api.GetAsync($"erasures/{id}", Token);
    }

    private async Task AssertNothingLeftAsync()
    {
        var places = await new Storage(app.ConnectionString)
            .ReadAllAsync()
            .Where(p => p.Text.Contains(UserKey, StringComparison.Ordinal) || p.Text.Contains(_user, StringComparison.Ordinal))
            .Select(p => p.Place.Split('.')[0])
            .Distinct()
            .ToListAsync(Token);
        places.ShouldBeSubsetOf(["consents", "erasures", "audit"]);
    }

    private static CapturedMessage Captured(string user) =>
        new(new(s_pseudonyms.UserKey(user), Conversation(user), "m1", Role.User, DateTimeOffset.UnixEpoch, null, 1), "text");

    private static string Conversation(string user) => $"c-of-{user}";

    private static object Turn(string user, string id, string role, string content) =>
        new
        {
            messageId = id,
            conversationId = Conversation(user),
            userId = user,
            role,
            content,
        };
}
