using System.Net;
using System.Text.Json.Nodes;
using Cosecha.Consent;
using Cosecha.Messages;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Seeing what failed for good, and taking it back.</summary>
[Collection("poison queues")]
public sealed class RedriveTests(AppFixture app)
{
    private const string Question = "precio de HLSO 16/20 con 20% glaseo a Houston";
    private const string Answer = "USD 7,60/kg ñandú";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_poisoned_batch_comes_back_as_single_messages_and_is_stored()
    {
        var (user, conversation) = ($"user-{Ids.Next()}", $"c-{Ids.Next()}");
        await app.Api.GrantAsync(user, Token);
        var storage = new Storage(app.ConnectionString);
        await storage.SendAsync("captured-poison", Batch(user, conversation), Token);

        await Eventually.TrueAsync(async () => (int)(await RedriveAsync("""{"queue":"captured"}"""))["moved"]! >= 1, "it is moved");
        await app.Api.DrainAsync(Token);
        var stored = (await app.Api.GetConversationAsync(user, conversation, Token))["messages"]!.AsArray();
        stored.Select(m => (string)m!["content"]!).ShouldBe([Question, Answer]);
    }

    [Fact]
    public async Task Messages_whose_consent_is_gone_are_deleted_instead()
    {
        var (user, conversation) = ($"user-{Ids.Next()}", $"c-{Ids.Next()}");
        await app.Api.GrantAsync(user, Token);
        var erasure = (string)(await app.Api.WithdrawAsync(user, Token))["erasureId"]!;
        await Eventually.TrueAsync(
            async () => (string)(await app.Api.GetAsync($"erasures/{erasure}", Token))["status"]! == "completed",
            "the erasure itself has looked through poison"
        );
        var storage = new Storage(app.ConnectionString);
        await storage.SendAsync("captured-poison", Batch(user, conversation), Token);

        await Eventually.TrueAsync(
            async () => (int)(await RedriveAsync("""{"queue":"captured"}"""))["withdrawn"]! >= 2,
            "they are deleted"
        );
        var left = await storage.PeekAsync("captured-poison", Token);
        left.ShouldNotContain(p => p.Contains(conversation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_can_read_is_listed_with_its_reason_and_does_not_go_round_in_circles()
    {
        var storage = new Storage(app.ConnectionString);
        var before = (await ListAsync()).Select(f => (string)f!["id"]!).ToList();
        var junk = $"junk of Toño {Ids.Next()}";
        await storage.SendAsync("labeled", junk, Token);
        JsonNode? failure = null;
        await Eventually.TrueAsync(
            async () => (failure = (await ListAsync()).SingleOrDefault(f => !before.Contains((string)f!["id"]!))) is not null,
            "it is listed"
        );
        ((string)failure!["error"]!, (string)failure["stage"]!, (int)failure["attempts"]!, (string)failure["status"]!).ShouldBe(
            ("not_json", "Validate", 1, "poison")
        );
        failure.ToJsonString().ShouldNotContain("Toño");

        var id = (string)failure["id"]!;
        await Eventually.TrueAsync(
            async () => (int)(await RedriveAsync($$"""{"queue":"labeled","id":"{{id}}"}"""))["moved"]! == 1,
            "it is moved"
        );
        await Eventually.TrueAsync(
            async () => (await ListAsync()).Any(f => (string)f!["id"]! == id && (string)f["status"]! == "repeated"),
            "it is there again"
        );
        await Eventually.TrueAsync(
            async () => (int)(await RedriveAsync("""{"queue":"labeled"}"""))["repeated"]! >= 1,
            "the queue leaves it"
        );
        await Eventually.TrueAsync(async () => (await storage.PeekAsync("labeled-poison", Token)).Contains(junk), "it stays");
    }

    [Theory]
    [InlineData("""{"queue":"capture"}""", "queue")]
    [InlineData("{}", "queue")]
    [InlineData("""{"queue":"captured","id":""}""", "id")]
    [InlineData("""{"queue":"captured","repeated":"yes"}""", "repeated")]
    [InlineData("captured", "body")]
    public async Task A_wrong_order_is_refused_and_names_the_field(string body, string field)
    {
        var (status, _, answer) = await app.Api.SendAsync(HttpMethod.Post, "failures/redrive", body, Token);
        status.ShouldBe(HttpStatusCode.BadRequest);
        JsonNode.Parse(answer)!["errors"]![0]!["field"]!.ToString().ShouldBe(field);
    }

    [Fact]
    public async Task A_list_of_an_unknown_queue_is_refused() =>
        (await app.Api.SendAsync(HttpMethod.Get, "failures?queue=x", null, Token)).Status.ShouldBe(HttpStatusCode.BadRequest);

    private async Task<IReadOnlyList<JsonNode?>> ListAsync() =>
        [.. (await app.Api.GetAsync("failures?queue=labeled", Token))["failures"]!.AsArray()];

    private async Task<JsonNode> RedriveAsync(string order)
    {
        var (status, _, answer) = await app.Api.SendAsync(HttpMethod.Post, "failures/redrive", order, Token);
        status.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(answer)!;
    }

    private static string Batch(string user, string conversation)
    {
        var key = Environment.GetEnvironmentVariable("Pseudonym__Key") ?? PseudonymOptions.DevelopmentKey;
        var userKey = new Pseudonyms(Options.Create(new PseudonymOptions { Key = key })).UserKey(user);
        var sentAt = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        CapturedMessage[] messages =
        [
            new(new(userKey, conversation, "m1", Role.User, sentAt, null, 1), Question),
            new(new(userKey, conversation, "m2", Role.Assistant, sentAt.AddSeconds(5), null, 1), Answer),
        ];
        return Payload.Pack(messages, PipelineJson.Plain.MessageBatchCapturedMessage, null).ShouldHaveSingleItem();
    }
}
