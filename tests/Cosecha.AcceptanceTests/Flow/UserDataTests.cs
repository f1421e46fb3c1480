using System.Net;
using System.Text.Json.Nodes;
using Cosecha.Azure;
using Cosecha.Azure.Tables;
using Cosecha.Consent;
using Cosecha.Messages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>What a person is told of what is held of them.</summary>
public sealed class UserDataTests(AppFixture app)
{
    private readonly string _user = $"user-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_gets_all_that_is_held_and_nothing_of_others()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        var settings = new Dictionary<string, string?> { ["Anonymization__Operators__PERSON"] = "Numbered" };
        await using var numbering = await App.StartAsync(azurite.ConnectionString, Token, settings: settings);
        using var api = new CosechaApi(numbering.Url);
        await api.GrantAsync(_user, Token);
        await api.WithdrawAsync(_user, Token);
        await api.GrantAsync(_user, Token);
        await api.GrantAsync("another", Token);
        await api.PostAsync([Post(_user, "m1", "soy Maritza Intriago, precio HLSO 16/20 con 20% a Houston")], Token);
        await api.PostAsync([Post("another", "m2", "precio HLSO 16/20 con 20% a Houston")], Token);
        await api.PostAsync([Post(_user, "m3", "hola")], Token);
        await api.DrainAsync(Token);

        var data = await api.GetAsync($"users/{_user}/data", Token);
        ((string)data["consent"]!["status"]!).ShouldBe("granted");
        data["consentHistory"]!.AsArray().Select(c => (string)c!["status"]!).ShouldBe(["granted", "withdrawn", "granted"]);
        ((int)data["claimedMessageIds"]!).ShouldBe(2);
        data["numberedValues"]!.ToJsonString().ShouldBe("""{"PERSON":1}""");
        data["dataSets"]!.AsArray().ShouldBeEmpty();
        ((string)data["queues"]!["status"]!).ShouldBe("not_listed");
        var messages = data["messages"]!.AsArray().ToDictionary(m => (string)m!["messageId"]!);
        messages.Keys.Order().ShouldBe(["m1", "m3"]);
        var price = messages["m1"]!;
        ((string)price["content"]!).ShouldBe("soy [NAME_1], precio HLSO 16/20 con 20% a Houston");
        price["redactions"]!.AsArray().Select(r => (string)r!).ShouldBe(["PERSON"]);
        ((string)price["label"]!["size"]!).ShouldBe("16/20");
        price["storedAt"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(data["consent"]!["changedAt"]!.GetValue<DateTimeOffset>());
        ((string)messages["m3"]!["verdict"]!).ShouldBe("discarded");
        messages["m3"]!["reasons"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_person_who_is_not_known_gets_the_same_answer_without_content()
    {
        await app.Api.GrantAsync(_user, Token);
        var (knownStatus, knownType, known) = await app.Api.SendAsync(HttpMethod.Get, $"users/{_user}/data", null, Token);
        var (status, type, body) = await app.Api.SendAsync(HttpMethod.Get, $"users/nobody-{_user}/data", null, Token);
        (status, type).ShouldBe((knownStatus, knownType));
        status.ShouldBe(HttpStatusCode.OK);
        var answer = JsonNode.Parse(body)!.AsObject();
        answer.Select(p => p.Key).ShouldBe(JsonNode.Parse(known)!.AsObject().Select(p => p.Key));
        answer["consent"]!.AsObject().Select(p => p.Key).ShouldBe(JsonNode.Parse(known)!["consent"]!.AsObject().Select(p => p.Key));
        ((string)answer["consent"]!["status"]!).ShouldBe("none");
        answer["consentHistory"]!.AsArray().ShouldBeEmpty();
        answer["messages"]!.AsArray().ShouldBeEmpty();
        ((int)answer["claimedMessageIds"]!).ShouldBe(0);
    }

    [Theory]
    [InlineData("a%2Fb%5Cc%23d%3Fe%25f")]
    [InlineData("%F0%9F%A6%90%0A%27%20or%20PartitionKey%20ne%20%27")]
    public async Task Any_id_gets_an_answer_that_does_not_repeat_it(string user)
    {
        var (status, _, body) = await app.Api.SendAsync(HttpMethod.Get, $"users/{user}/data", null, Token);
        status.ShouldBe(HttpStatusCode.OK);
        body.ShouldNotContain(Uri.UnescapeDataString(user));
        JsonNode.Parse(body)!["messages"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_refused_by_name()
    {
        var (status, _, body) = await app.Api.SendAsync(HttpMethod.Get, $"users/{new string('x', 1_001)}/data", null, Token);
        status.ShouldBe(HttpStatusCode.BadRequest);
        body.ShouldContain("userId");
    }

    [Fact]
    public async Task A_person_of_thousands_of_messages_gets_them_all_in_order()
    {
        const int Count = 2_500;
        var key = new Pseudonyms(
            Options.Create(
                new PseudonymOptions { Key = Environment.GetEnvironmentVariable("Pseudonym__Key") ?? PseudonymOptions.DevelopmentKey }
            )
        ).UserKey(_user);
        var sentAt = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        var account = new StorageAccount(
            new ConfigurationBuilder().AddInMemoryCollection([new(StorageAccount.Setting, app.ConnectionString)]).Build()
        );
        var rows = Enumerable
            .Range(0, Count)
            .Select(i => new MessageHeader(key, "c", $"m{i}", Role.User, sentAt.AddSeconds(i), null, 1))
            .Select(h => new StoredMessage(h, "precio de HLSO 16/20", [], null, Verdict.Approved, []));
        await new MessageStore(account).AddAsync([.. rows], Token);

        var data = await app.Api.GetAsync($"users/{_user}/data", Token);
        data["messages"]!.AsArray().Select(m => (string)m!["messageId"]!).ShouldBe(Enumerable.Range(0, Count).Select(i => $"m{i}"));
    }

    private static object Post(string user, string id, string content) =>
        new
        {
            messageId = id,
            conversationId = "c1",
            userId = user,
            role = "user",
            content,
        };
}
