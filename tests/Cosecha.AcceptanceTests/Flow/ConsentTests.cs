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

    private async Task<string> StatusAsync() => (string)(await app.Api.GetAsync($"consents/{_user}", Token))["status"]!;
}
