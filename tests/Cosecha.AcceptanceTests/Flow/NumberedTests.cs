using System.Text.RegularExpressions;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>The operator <c>Numbered</c> in the running app.</summary>
public sealed partial class NumberedTests
{
    private const string User = "user-a";

    private static readonly Dictionary<string, string?> s_settings = new()
    {
        ["Anonymization__Operators__PERSON"] = "Numbered",
        ["Anonymization__Operators__EMAIL"] = "Numbered",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_has_one_number_in_a_conversation_and_a_withdrawal_erases_the_numbers()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var app = await App.StartAsync(azurite.ConnectionString, Token, settings: s_settings);
        using var api = new CosechaApi(app.Url);
        await api.GrantAsync(User, Token);
        await api.PostAsync([Message("m1", "soy Maritza Intriago, precio HLSO 16/20 con 20% a Houston")], Token);
        await api.DrainAsync(Token);
        await api.PostAsync([Message("m2", "lo paga Carlos Mendoza y lo recibe Maritza Intriago, HLSO 16/20 a Houston")], Token);
        await api.PostAsync([Message("m3", "soy Carlos Mendoza, precio HLSO 16/20 con 20% a Houston", "c2")], Token);
        await api.DrainAsync(Token);

        (await TextsAsync(api, "c1")).ShouldBe([
            "soy [NAME_1], precio HLSO 16/20 con 20% a Houston",
            "lo paga [NAME_2] y lo recibe [NAME_1], HLSO 16/20 a Houston",
        ]);
        (await TextsAsync(api, "c2")).ShouldBe(["soy [NAME_1], precio HLSO 16/20 con 20% a Houston"]);
        var storage = new Storage(azurite.ConnectionString);
        (await storage.ReadTableAsync("scopes", Token)).Count.ShouldBe(2);
        await foreach (var (place, text) in storage.ReadAllAsync())
        {
            text.ShouldNotContain("Maritza", Case.Insensitive, place);
        }

        await api.WithdrawAsync(User, Token);
        await api.DrainAsync(Token);
        (await storage.ReadTableAsync("scopes", Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_hosts_that_work_on_one_conversation_at_once_agree_on_every_number()
    {
        const int Messages = 40;
        const int Values = 10;
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var one = await App.StartAsync(azurite.ConnectionString, Token, settings: s_settings);
        await using var other = await App.StartAsync(azurite.ConnectionString, Token, settings: s_settings);
        using var api = new CosechaApi(one.Url);
        await api.GrantAsync(User, Token);
        var sent = Enumerable.Range(0, Messages).ToDictionary(i => $"m{i}", i => i % Values);
        await Task.WhenAll(
            sent.Select(m => api.PostAsync([Message(m.Key, $"precio HLSO 16/20 a Houston, a{m.Value}@example.com")], Token))
        );
        await api.DrainAsync(Token);

        var stored = (await api.GetConversationAsync(User, "c1", Token))["messages"]!.AsArray();
        stored.Count.ShouldBe(Messages);
        var pairs = stored
            .Select(m => (Value: sent[(string)m!["messageId"]!], Number: Number().Match((string)m["content"]!).Value))
            .Distinct()
            .ToList();
        pairs.Select(p => p.Number).ShouldBe(Enumerable.Range(1, Values).Select(n => $"[EMAIL_{n}]"), ignoreOrder: true);
    }

    private static async Task<IEnumerable<string?>> TextsAsync(CosechaApi api, string conversation) =>
        (await api.GetConversationAsync(User, conversation, Token))["messages"]!.AsArray().Select(m => (string?)m!["content"]);

    private static object Message(string id, string content, string conversation = "c1") =>
        new
        {
            messageId = id,
            conversationId = conversation,
            userId = User,
            role = "user",
            content,
        };

    [GeneratedRegex(@"\[EMAIL_[0-9]+\]")]
    private static partial Regex Number();
}
