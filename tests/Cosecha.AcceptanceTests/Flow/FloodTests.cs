using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Cosecha.Consent;
using Microsoft.Extensions.Options;
using static System.Net.HttpStatusCode;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>Ten of fifty users withdraw in the middle of a flood, on two hosts, with exports running.</summary>
public sealed class FloodTests(ITestOutputHelper output)
{
    private const int Users = 50;
    private const int Leaving = 10;
    private const int MessagesEach = 40;
    private const int Senders = 4;
    private const int Exports = 5;

    private static readonly Pseudonyms s_pseudonyms = new(Options.Create(new PseudonymOptions { Key = PseudonymOptions.DevelopmentKey }));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_minute_after_the_last_answer_nothing_holds_the_ten_and_nothing_of_the_forty_is_missing()
    {
        await using var azurite = await Azurite.StartNewAsync(Token);
        await using var hosts = await TwoHosts.StartAsync(azurite.ConnectionString, Token);
        foreach (var user in Enumerable.Range(0, Users))
        {
            await hosts.Any.GrantAsync(UserId(user), Token);
        }

        var erasures = await FloodAsync(hosts);
        var lastAnswer = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(erasures.Select(id => Eventually.TrueAsync(() => IsCompletedAsync(hosts.Any, id), "an erasure is completed")));
        await hosts.Any.DrainAsync(Token);
        var passed = TimeProvider.System.GetElapsedTime(lastAnswer);
        passed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        output.WriteLine($"All erased {passed.TotalSeconds:0.0} s after the last answer");

        await AssertGoneAsync(new Storage(azurite.ConnectionString));
        await AssertWholeAsync(hosts.Any, new Storage(azurite.ConnectionString));
    }

    /// <summary>Posts all messages in random order, from several senders; each of the ten withdraws at a moment of its own.</summary>
    /// <returns>The ids of the erasures.</returns>
    private async Task<IReadOnlyCollection<string>> FloodAsync(TwoHosts hosts)
    {
        var random = new Random(20261125);
        var posts = Enumerable
            .Range(0, Users)
            .SelectMany(u => Enumerable.Range(0, MessagesEach).Select(n => (User: u, Number: n)))
            .ToArray();
        random.Shuffle(posts);
        var moments = Enumerable.Range(0, Leaving).ToDictionary(u => posts.Length * (u + 2) / (Leaving + 4), u => u);
        var (sent, erasures, statuses) = (0, new ConcurrentBag<string>(), new ConcurrentDictionary<string, int>());
        var exports = ExportAsync();
        await Task.WhenAll([.. posts.Chunk(posts.Length / Senders).Select(SendAsync), exports]);
        output.WriteLine(string.Join(", ", statuses));
        return erasures;

        async Task SendAsync((int User, int Number)[] mine)
        {
            foreach (var (user, number) in mine)
            {
                if (moments.TryGetValue(Interlocked.Increment(ref sent), out var leaving))
                {
                    erasures.Add((string)(await hosts.Any.WithdrawAsync(UserId(leaving), Token))["erasureId"]!);
                }

                var answer = await hosts.Any.PostAsync([Message(user, number)], Token);
                statuses.AddOrUpdate(answer[0], 1, (_, count) => count + 1);
            }
        }

        async Task ExportAsync()
        {
            for (var export = 1; export <= Exports; export++)
            {
                while (Volatile.Read(ref sent) < posts.Length * export / (Exports + 1))
                {
                    await Task.Delay(20, Token);
                }

                (await hosts.Any.SendAsync(HttpMethod.Post, "exports", null, Token)).Status.ShouldBeOneOf(Created, OK, Conflict);
            }
        }
    }

    private static async Task<bool> IsCompletedAsync(CosechaApi api, string erasure) =>
        (string)(await api.GetAsync($"erasures/{erasure}", Token))["status"]! == "completed";

    /// <summary>No row, queue message or blob holds a pseudonym, an id or a text of the ten; only ledger, tombstone and audit know the pseudonym.</summary>
    private static async Task AssertGoneAsync(Storage storage)
    {
        var keys = Enumerable.Range(0, Leaving).Select(u => s_pseudonyms.UserKey(UserId(u))).ToList();
        var marks = Enumerable.Range(0, Leaving).SelectMany(u => new[] { UserId(u), Conversation(u), Mark(u) }).ToList();
        var found = new SortedSet<string>();
        await foreach (var (place, text) in storage.ReadAllAsync())
        {
            var mayKnow = place.Split('.')[0] is "consents" or "erasures" or "audit";
            if (marks.Exists(m => text.Contains(m, StringComparison.Ordinal)))
            {
                found.Add(place);
            }

            if (!mayKnow && keys.Exists(k => text.Contains(k, StringComparison.Ordinal)))
            {
                found.Add(place);
            }
        }

        found.ShouldBeEmpty();
        (await storage.PeekAsync("captured", Token)).ShouldBeEmpty();
    }

    /// <summary>Every message of the forty has its row, every row of the same verdicts its line, and no row is of anybody else.</summary>
    private async Task AssertWholeAsync(CosechaApi api, Storage storage)
    {
        var rows = await storage.ReadTableAsync("messages", Token);
        var staying = Enumerable.Range(Leaving, Users - Leaving).ToList();
        var expected = staying.SelectMany(u => Enumerable.Range(0, MessagesEach).Select(n => Id(u, n)));
        rows.Select(r => r.GetString("MessageId")).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));

        var version = (string)(await api.ExportAsync(Token))["version"]!;
        var lineage = (await api.GetFileAsync(version, "lineage.jsonl", Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The lineage tells of labels and of what was left out, too.
        var examples = lineage
            .Select(l => JsonNode.Parse(l)!)
            .Where(l => l["lines"]!.AsObject().ContainsKey("chat/train.jsonl") || l["lines"]!.AsObject().ContainsKey("chat/valid.jsonl"))
            .ToList();
        var inExamples = examples.SelectMany(l => l["messageIds"]!.AsArray().Select(id => (string)id!)).ToHashSet();
        var clean = rows.Where(r => r.GetString("Verdict") == "approved").Select(r => r.GetString("MessageId")).ToList();
        clean.Count.ShouldBeGreaterThan(staying.Count * MessagesEach / 2);
        inExamples.ShouldBe(clean, ignoreOrder: true);
        output.WriteLine($"{rows.Count} rows, {examples.Count} examples");
    }

    private static object Message(int user, int number) =>
        new
        {
            messageId = Id(user, number),
            conversationId = Conversation(user),
            userId = UserId(user),
            role = number % 2 == 0 ? "user" : "assistant",
            content = number % 2 == 0
                ? $"precio de HLSO 16/20 con 20% glaseo para Houston, {1_000 + number} kg"
                : $"HLSO 16/20: USD 7.60/kg, {Mark(user)} {number}",
            timestamp = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero).AddMinutes(number),
        };

    private static string Id(int user, int number) => $"m-{user:D2}-{number:D2}";

    private static string Conversation(int user) => $"talk-of-{user:D2}.";

    private static string UserId(int user) => $"flooder-{user:D2}.";

    /// <summary>Words in every answer to a user, which pass anonymization.</summary>
    private static string Mark(int user) => $"pedido numero {user:D2} del mes";
}
