using System.Net;
using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Consent, seen from outside.</summary>
public sealed class ConsentTests(AppFixture app)
{
    private readonly string _user = $"user-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_spanish_text_is_the_one_that_was_agreed() =>
        ((string)(await app.Api.GetAsync("consents/text?lang=es", Token))["text"]!).ShouldBe(
            "Autorizo que mis mensajes sean utilizados de forma anonimizada para mejorar el sistema."
        );

    [Fact]
    public async Task The_text_comes_in_english_too_and_in_no_other_language()
    {
        ((string)(await app.Api.GetAsync("consents/text?lang=en", Token))["language"]!).ShouldBe("en");
        var (status, _, problem) = await app.Api.SendAsync(HttpMethod.Get, "consents/text?lang=xx", null, Token);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.ShouldContain("lang");
    }

    [Fact]
    public async Task Consent_is_none_then_granted_then_withdrawn()
    {
        (await StatusAsync()).ShouldBe("none");
        await app.Api.GrantAsync(_user, Token);
        (await StatusAsync()).ShouldBe("granted");
        await app.Api.WithdrawAsync(_user, Token);
        (await StatusAsync()).ShouldBe("withdrawn");
    }

    [Theory]
    [InlineData("{}", "textVersion")]
    [InlineData("{\"textVersion\":\"1999-01\",\"language\":\"es\"}", "textVersion")]
    [InlineData("sí", "body")]
    public async Task A_yes_to_a_text_that_was_never_shown_is_no_consent(string body, string field)
    {
        var (status, _, problem) = await app.Api.SendAsync(HttpMethod.Put, $"consents/{_user}", body, Token);
        status.ShouldBe(HttpStatusCode.BadRequest);
        ((string)JsonNode.Parse(problem)!["errors"]![0]!["field"]!).ShouldBe(field);
        (await StatusAsync()).ShouldBe("none");
    }

    [Fact]
    public async Task A_withdrawal_erases_what_was_stored_and_the_next_export_is_without_it()
    {
        var conversation = $"c-{Ids.Next()}";
        await app.Api.GrantAsync(_user, Token);
        await app.Api.PostAsync(
            [Turn("m1", "user", "precio de HLSO 16/20 con 20% glaseo para Houston"), Turn("m2", "assistant", $"[{_user}]")],
            Token
        );
        await app.Api.DrainAsync(Token);
        (await app.Api.GetConversationAsync(_user, conversation, Token))["messages"]!.AsArray().Count.ShouldBe(2);

        ((int)(await app.Api.WithdrawAsync(_user, Token))["erasedMessages"]!).ShouldBe(2);
        (await app.Api.GetConversationAsync(_user, conversation, Token))["messages"]!.AsArray().ShouldBeEmpty();
        (await app.Api.PostAsync([Turn("m3", "user", "hola")], Token)).ShouldBe(["no_consent"]);
        var version = (string)(await app.Api.ExportAsync(Token))["version"]!;
        (await app.Api.GetFileAsync(version, "train.jsonl", Token)).ShouldNotContain(_user);

        object Turn(string id, string role, string content) =>
            new
            {
                messageId = id,
                conversationId = conversation,
                userId = _user,
                role,
                content,
            };
    }

    private async Task<string> StatusAsync() => (string)(await app.Api.GetAsync($"consents/{_user}", Token))["status"]!;
}
