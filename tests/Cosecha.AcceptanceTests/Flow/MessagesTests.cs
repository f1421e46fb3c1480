using System.Net;
using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>The bot's door, seen from outside.</summary>
public sealed class MessagesTests(AppFixture app)
{
    private readonly string _user = $"user-{Ids.Next()}";
    private readonly string _conversation = $"c-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_comes_out_anonymized_labeled_and_judged()
    {
        await app.Api.GrantAsync(_user, Token);
        var content = "Necesito 10 toneladas de HLSO 16/20 con 20% de glaseo para Houston, mi correo es ana.ruiz@example.com";
        (await app.Api.PostAsync([Message("m1", content)], Token)).ShouldBe(["queued"]);
        await app.Api.DrainAsync(Token);
        var stored = (await app.Api.GetConversationAsync(_user, _conversation, Token))["messages"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)stored["content"]!).ShouldBe("Necesito 10 toneladas de HLSO 16/20 con 20% de glaseo para Houston, mi correo es [EMAIL]");
        ((string)stored["label"]!["product"]!).ShouldBe("HLSO");
        ((string)stored["label"]!["size"]!).ShouldBe("16/20");
        ((string)stored["redactions"]!.AsArray().ShouldHaveSingleItem()!["type"]!).ShouldBe("EMAIL");
        stored["verdict"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_greeting_is_kept_as_a_row_with_a_reason_and_no_content()
    {
        await app.Api.GrantAsync(_user, Token);
        await app.Api.PostAsync([Message("m1", "hola buenos días")], Token);
        await app.Api.DrainAsync(Token);
        var stored = (await app.Api.GetConversationAsync(_user, _conversation, Token))["messages"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)stored["verdict"]!).ShouldBe("discarded");
        stored["reasons"]!.AsArray().ShouldHaveSingleItem();
        stored["content"].ShouldBeNull();
    }

    [Fact]
    public async Task Statuses_tell_queued_duplicate_invalid_and_no_consent_apart()
    {
        var stranger = new
        {
            conversationId = _conversation,
            userId = _user + "x",
            role = "user",
            content = "hola",
        };
        await app.Api.GrantAsync(_user, Token);
        var posted = new object[] { Message("m1", "hola"), Message("m1", "hola"), Message("m2", "hola", role: "bot"), stranger };
        (await app.Api.PostAsync(posted, Token)).ShouldBe(["queued", "duplicate", "invalid", "no_consent"]);
        (await app.Api.PostAsync([Message("m1", "hola")], Token)).ShouldBe(["duplicate"]);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest, "body")]
    [InlineData("{\"userId\":\"u\",\"role\":\"user\",\"content\":\"hola\"}", HttpStatusCode.BadRequest, "conversationId")]
    [InlineData("{\"conversationId\":\"c\",\"userId\":\"\",\"role\":\"user\",\"content\":\"hola\"}", HttpStatusCode.BadRequest, "userId")]
    [InlineData("{\"conversationId\":\"c\",\"userId\":\"u\",\"role\":\"robot\",\"content\":\"hola\"}", HttpStatusCode.BadRequest, "role")]
    [InlineData(
        "{\"conversationId\":\"c\",\"userId\":\"u\",\"role\":\"user\",\"content\":\"hola\",\"timestamp\":\"2999-01-01T00:00:00Z\"}",
        HttpStatusCode.BadRequest,
        "timestamp"
    )]
    public async Task Bad_input_gets_a_problem_that_names_the_field(string body, HttpStatusCode expected, string field)
    {
        var (status, type, problem) = await app.Api.SendAsync(HttpMethod.Post, "messages", body, Token);
        status.ShouldBe(expected);
        type.ShouldBe("application/problem+json");
        ((string)JsonNode.Parse(problem)!["errors"]![0]!["field"]!).ShouldBe(field);
    }

    [Fact]
    public async Task Too_much_is_refused_as_too_much()
    {
        var body = JsonNode.Parse("{\"conversationId\":\"c\",\"userId\":\"u\",\"role\":\"user\"}")!;
        body["content"] = new string('x', 8_001);
        var (status, _, _) = await app.Api.SendAsync(HttpMethod.Post, "messages", body.ToJsonString(), Token);
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Ids_that_no_key_can_hold_work_all_the_same()
    {
        var user = $"{_user}/\\#?% 🦐";
        var conversation = $"{_conversation}/\\#?% 🦐";
        await app.Api.GrantAsync(user, Token);
        var message = new
        {
            messageId = "a|b/c",
            conversationId = conversation,
            userId = user,
            role = "assistant",
            content = "USD 7,60/kg",
        };
        (await app.Api.PostAsync([message], Token)).ShouldBe(["queued"]);
        await app.Api.DrainAsync(Token);
        (await app.Api.GetConversationAsync(user, conversation, Token))["messages"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_hundred_of_the_longest_messages_are_taken_at_once()
    {
        await app.Api.GrantAsync(_user, Token);
        var content = string.Concat(Enumerable.Repeat("ñandú 🦐 ", 888));
        var statuses = await app.Api.PostAsync(Enumerable.Range(0, 100).Select(i => Message($"m{i}", content)), Token);
        statuses.ShouldAllBe(s => s == "queued");
        await app.Api.DrainAsync(Token);
        (await app.Api.GetConversationAsync(_user, _conversation, Token))["messages"]!.AsArray().Count.ShouldBe(100);
    }

    private object Message(string id, string content, string role = "user") =>
        new
        {
            messageId = id,
            conversationId = _conversation,
            userId = _user,
            role,
            content,
            timestamp = "2026-01-31T12:00:00Z",
        };
}
