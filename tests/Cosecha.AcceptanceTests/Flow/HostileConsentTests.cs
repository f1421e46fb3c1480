using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Consents of ids and bodies that no bot should send.</summary>
public sealed partial class HostileConsentTests(AppFixture app)
{
    private const string Yes = """{"textVersion":"2025-01","language":"es"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b=c")]
    [InlineData("100%")]
    [InlineData("a%2Fb")]
    [InlineData("🦐🇪🇨")]
    [InlineData("a\u0001\u001f\u007f\u0085b")]
    [InlineData("a\r\nb")]
    [InlineData("a|b")]
    public async Task An_id_of_any_characters_is_one_user_in_routes_and_in_bodies(string odd)
    {
        var user = $"{odd}{Ids.Next()}";
        await app.Api.GrantAsync(user, Token);
        (await StatusAsync(user)).ShouldBe("granted");
        (await PostAsync(user)).ShouldBe("queued");
        await app.Api.WithdrawAsync(user, Token);
        (await StatusAsync(user)).ShouldBe("withdrawn");
        (await PostAsync(user)).ShouldBe("no_consent");
        await RowKeysAreOursAsync();
    }

    [Fact]
    public async Task An_id_of_a_thousand_characters_is_taken_and_a_longer_one_refused()
    {
        var user = $"{Ids.Next()}-".PadRight(1_000, 'x');
        await app.Api.GrantAsync(user, Token);
        (await StatusAsync(user)).ShouldBe("granted");
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete])
        {
            (await RefusedAsync(method, $"consents/{user}x", Yes)).ShouldBe("userId");
        }

        await RowKeysAreOursAsync();
    }

    [Theory]
    [InlineData("%20")]
    [InlineData("%09")]
    [InlineData("%0A%0D")]
    public async Task A_blank_id_is_refused(string id) => (await RefusedAsync(HttpMethod.Put, $"consents/{id}", Yes)).ShouldBe("userId");

    [Theory]
    [InlineData("")]
    [InlineData("%00")]
    [InlineData("a%00b")]
    [InlineData("%FF")]
    [InlineData("%ED%A0%80")]
    [InlineData("%2E%2E")]
    [InlineData("%2F")]
    [InlineData("%")]
    [InlineData("%5C..%5C..")]
    public async Task What_is_no_path_is_never_a_fault_of_the_server(string id)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete])
        {
            var (status, _, body) = await app.Api.SendAsync(method, $"consents/{id}", Yes, Token);
            ((int)status).ShouldBeLessThan(500, body);
        }

        await RowKeysAreOursAsync();
    }

    [Theory]
    [InlineData("\"granted\":\"no\"", "granted")]
    [InlineData("\"purposes\":[\"resale\"]", "purposes")]
    [InlineData("\"purposes\":{}", "purposes")]
    [InlineData("\"at\":\"2999-01-01T00:00:00Z\"", "at")]
    [InlineData("\"at\":\"0001-01-01T00:00:00Z\"", "at")]
    [InlineData("\"at\":\"9999-12-31T23:59:59-14:00\"", "at")]
    [InlineData("\"channel\":\"a/b\"", "channel")]
    [InlineData("\"evidenceMessageId\":\" \"", "evidenceMessageId")]
    [InlineData("\"textVersion\":\"2025-01'\"", "textVersion")]
    [InlineData("\"language\":\"\\ud83e\"", "language")]
    public async Task A_wrong_field_is_named_and_nothing_is_recorded(string field, string name)
    {
        var user = $"user-{Ids.Next()}";
        var body = $$"""{"textVersion":"2025-01","language":"es",{{field}}}""";
        (await RefusedAsync(HttpMethod.Put, $"consents/{user}", body)).ShouldBe(name);
        (await StatusAsync(user)).ShouldBe("none");
    }

    [Fact]
    public async Task Evidence_is_kept_in_a_form_that_tells_no_number()
    {
        var user = $"user-{Ids.Next()}";
        var body = """{"textVersion":"2025-01","language":"es","evidenceMessageId":"wamid.593991234287/#?"}""";
        var (status, _, answer) = await app.Api.SendAsync(HttpMethod.Put, $"consents/{user}", body, Token);
        status.ShouldBe(HttpStatusCode.OK, answer);
        answer.ShouldNotContain("593991234287");
        var rows = await new Storage(app.ConnectionString).ReadTableAsync("consents", Token);
        rows.SelectMany(r => r).ShouldNotContain(cell => $"{cell.Value}".Contains("593991234287", StringComparison.Ordinal));
    }

    private async Task RowKeysAreOursAsync()
    {
        // The stores' own tests use plain words as user keys.
        var rows = await new Storage(app.ConnectionString).ReadTableAsync("consents", Token);
        foreach (var row in rows.Where(r => !r.PartitionKey.StartsWith("store-", StringComparison.Ordinal)))
        {
            row.PartitionKey.ShouldMatch("^[0-9a-f]{8}-[0-9a-f]{64}$");
            RowKey().IsMatch(row.RowKey).ShouldBeTrue(row.RowKey);
        }
    }

    private async Task<string> StatusAsync(string user) =>
        (string)(await app.Api.GetAsync($"consents/{Uri.EscapeDataString(user)}", Token))["status"]!;

    private async Task<string> PostAsync(string user)
    {
        var message = new
        {
            conversationId = "c1",
            userId = user,
            role = "user",
            content = "hola",
        };
        return (await app.Api.PostAsync([message], Token)).ShouldHaveSingleItem();
    }

    private async Task<string> RefusedAsync(HttpMethod method, string path, string body)
    {
        var (status, type, problem) = await app.Api.SendAsync(method, path, body, Token);
        status.ShouldBe(HttpStatusCode.BadRequest, problem);
        type.ShouldBe("application/problem+json");
        return (string)JsonNode.Parse(problem)!["errors"]![0]!["field"]!;
    }

    [GeneratedRegex(@"^(current|history\|[0-9]{19}\|[0-2]\|[0-9a-f]{16})\z")]
    private static partial Regex RowKey();
}
