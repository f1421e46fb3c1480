using Cosecha.Consent;
using Microsoft.Extensions.Options;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>An erasure whose host is killed again and again while it works.</summary>
public sealed class KilledErasureTests
{
    private const int Kills = 4;
    private const int Talks = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_again_and_again_it_still_erases_all_of_the_user_and_nothing_of_another()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        var app = await App.StartAsync(azurite.ConnectionString, Token);
        using var api = new CosechaApi(app.Url);
        foreach (var user in new[] { "leaving-user", "staying-user" })
        {
            await TalkAsync(api, user);
        }

        await api.DrainAsync(Token);
        var version = (string)(await api.ExportAsync(Token))["version"]!;
        var before = await LinesOfAsync(api, version);
        var id = (string)(await api.WithdrawAsync("leaving-user", Token))["erasureId"]!;
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Each kill comes a little later into the work than the one before.
            await Task.Delay(TimeSpan.FromMilliseconds(60 * kill), Token);
            await app.DisposeAsync();
            app = await App.StartAsync(azurite.ConnectionString, Token, app.Url.Port);
        }

        await using var last = app;
        await Eventually.TrueAsync(
            async () => (string)(await api.GetAsync($"erasures/{id}", Token))["status"]! == "completed",
            "the erasure is completed"
        );
        await api.DrainAsync(Token);

        var key = new Pseudonyms(Options.Create(new PseudonymOptions { Key = PseudonymOptions.DevelopmentKey })).UserKey("leaving-user");
        var places = new Storage(azurite.ConnectionString).ReadAllAsync().Where(p => p.Text.Contains(key, StringComparison.Ordinal));
        (await places.Select(p => p.Place.Split('.')[0]).Distinct().ToListAsync(Token)).ShouldBeSubsetOf(["consents", "erasures", "audit"]);
        (await LinesOfAsync(api, version)).ShouldBe(before.Where(l => l.Contains("staying-user", StringComparison.Ordinal)));
        (await api.GetConversationAsync("staying-user", "c-staying-user", Token))["messages"]!.AsArray().Count.ShouldBe(2 * Talks);
    }

    private static async Task TalkAsync(CosechaApi api, string user)
    {
        await api.GrantAsync(user, Token);
        foreach (var part in Enumerable.Range(0, 2 * Talks).Select(n => Message(user, n)).Chunk(40))
        {
            await api.PostAsync(part, Token);
        }
    }

    private static async Task<IReadOnlyList<string>> LinesOfAsync(CosechaApi api, string version)
    {
        var files = await Task.WhenAll(new[] { "train.jsonl", "valid.jsonl" }.Select(f => api.GetFileAsync(version, f, Token)));
        return [.. files.SelectMany(f => f.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static object Message(string user, int number) =>
        new
        {
            messageId = $"m{number:D3}",
            conversationId = $"c-{user}",
            userId = user,
            role = number % 2 == 0 ? "user" : "assistant",
            content = number % 2 == 0
                ? $"precio de HLSO 16/20 con 20% glaseo para Houston, {1_000 + number} kg"
                : $"HLSO 16/20: USD 7.60/kg, ref {user}",
            timestamp = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero).AddMinutes(number),
        };
}
