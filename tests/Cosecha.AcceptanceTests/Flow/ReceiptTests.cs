using System.Net;
using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>The ledger of consent and its receipts, seen from outside.</summary>
public sealed class ReceiptTests(AppFixture app)
{
    private static readonly string Catalog = Path.Combine(AppContext.BaseDirectory, "catalog");

    private readonly string _user = $"user-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_yes_has_a_receipt_that_proves_it()
    {
        await app.Api.GrantAsync(_user, Token);
        var consent = await GetAsync();
        var receipt = consent["receipt"]!.AsObject();
        ((bool)consent["askAgain"]!).ShouldBeFalse();
        ((string)receipt["text"]!).ShouldBe("Autorizo que mis mensajes sean utilizados de forma anonimizada para mejorar el sistema.");
        foreach (
            var field in new[] { "receiptId", "controller", "purposes", "dataCategories", "textHash", "consentTimestamp", "withdrawal" }
        )
        {
            receipt[field].ShouldNotBeNull(field);
        }

        consent.ToJsonString().ShouldNotContain(_user);
        (await VerifyAsync(receipt)).ShouldBe((true, null));
        receipt["status"] = "withdrawn";
        (await VerifyAsync(receipt)).ShouldBe((false, "wrong_signature"));
    }

    [Fact]
    public async Task Nobody_learns_from_a_forged_receipt_whether_a_user_exists()
    {
        await app.Api.GrantAsync(_user, Token);
        var receipt = (await GetAsync())["receipt"]!.AsObject();
        receipt["signature"] = new string('0', 64);
        var known = await VerifyAsync(receipt);
        receipt["subject"] = new string('0', 64);
        (await VerifyAsync(receipt)).ShouldBe(known);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.OK, "malformed")]
    [InlineData("{\"receiptVersion\":\"KI-CR-v9\"}", HttpStatusCode.OK, "unknown_version")]
    [InlineData("[]", HttpStatusCode.BadRequest, "body")]
    [InlineData("recibo", HttpStatusCode.BadRequest, "body")]
    public async Task What_is_no_receipt_gets_a_reason(string body, HttpStatusCode expected, string reason)
    {
        var (status, _, answer) = await app.Api.SendAsync(HttpMethod.Post, "consents/verify", body, Token);
        status.ShouldBe(expected);
        answer.ShouldContain(reason);
    }

    [Fact]
    public async Task A_no_is_recorded_and_lets_no_message_pass()
    {
        (await PutAsync("\"granted\":false"))["status"]!.GetValue<string>().ShouldBe("denied");
        (await PostAsync()).ShouldBe("no_consent");
    }

    [Fact]
    public async Task A_yes_to_retrieval_alone_is_visible_and_lets_no_message_pass()
    {
        var consent = await PutAsync("\"purposes\":[\"retrieval\"]");
        ((string)consent["status"]!).ShouldBe("granted");
        consent["purposes"]!.AsArray().Select(p => (string)p!).ShouldBe(["retrieval"]);
        (await PostAsync()).ShouldBe("no_consent");
        await PutAsync("\"purposes\":[\"training\",\"retrieval\"]");
        (await PostAsync()).ShouldBe("queued");
    }

    [Fact]
    public async Task An_old_yes_that_comes_again_after_the_withdrawal_changes_nothing_and_is_told_so()
    {
        var at = $"\"at\":\"{TimeProvider.System.GetUtcNow():O}\"";
        ((string)(await PutAsync(at))["outcome"]!).ShouldBe("recorded");
        ((string)(await PutAsync(at))["outcome"]!).ShouldBe("repeated");
        await app.Api.WithdrawAsync(_user, Token);
        var replay = await PutAsync(at);
        ((string)replay["outcome"]!).ShouldBe("superseded");
        ((string)replay["status"]!).ShouldBe("withdrawn");
        (await PostAsync()).ShouldBe("no_consent");
        ((string)(await PutAsync(null))["outcome"]!).ShouldBe("recorded");
    }

    [Fact]
    public async Task A_new_text_asks_again_and_the_old_yes_stays_valid_until_then()
    {
        var catalog = Directory.CreateTempSubdirectory("catalog").FullName;
        foreach (var file in Directory.GetFiles(Catalog, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(catalog, Path.GetRelativePath(Catalog, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var consents = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(catalog, "consent.json"), Token))!;
        consents["current"] = "2031-01";
        consents["texts"]!.AsArray().Add(JsonNode.Parse("""{"version":"2031-01","language":"es","text":"Autorizo."}"""));
        await File.WriteAllTextAsync(Path.Combine(catalog, "consent.json"), consents.ToJsonString(), Token);

        await using var next = await App.StartAsync(
            app.ConnectionString,
            Token,
            settings: new Dictionary<string, string?> { ["Catalog__Path"] = catalog }
        );
        using var api = new CosechaApi(next.Url);
        var yes = """{"textVersion":"2025-01","language":"es"}""";
        await api.SendAsync(HttpMethod.Put, $"consents/{_user}", yes, Token);
        var before = await api.GetAsync($"consents/{_user}", Token);
        ((bool)before["askAgain"]!).ShouldBeTrue();
        ((string)before["status"]!).ShouldBe("granted");
        ((bool)(await api.GrantAsync(_user, Token))["askAgain"]!).ShouldBeFalse();
        Directory.Delete(catalog, recursive: true);
    }

    private async Task<JsonObject> PutAsync(string? more)
    {
        var body = $$"""{"textVersion":"2025-01","language":"es"{{(more is null ? "" : "," + more)}}}""";
        var (status, _, answer) = await app.Api.SendAsync(HttpMethod.Put, $"consents/{_user}", body, Token);
        status.ShouldBe(HttpStatusCode.OK, answer);
        return JsonNode.Parse(answer)!.AsObject();
    }

    private Task<JsonObject> GetAsync() => app.Api.GetAsync($"consents/{_user}", Token);

    private async Task<(bool Valid, string? Reason)> VerifyAsync(JsonObject receipt)
    {
        var (status, _, answer) = await app.Api.SendAsync(HttpMethod.Post, "consents/verify", receipt.ToJsonString(), Token);
        status.ShouldBe(HttpStatusCode.OK, answer);
        var check = JsonNode.Parse(answer)!;
        return ((bool)check["valid"]!, (string?)check["reason"]);
    }

    private async Task<string> PostAsync()
    {
        var message = new
        {
            conversationId = "c1",
            userId = _user,
            role = "user",
            content = "hola",
        };
        return (await app.Api.PostAsync([message], Token)).ShouldHaveSingleItem();
    }
}
