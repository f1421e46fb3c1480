using System.Text.Json.Nodes;
using Cosecha.Datasets;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

/// <summary>What holds for any corpus: users who say the same things in other words, with slips, sizes that differ, gaps and verdicts.</summary>
public sealed class ExportPropertyTests
{
    private static readonly string[] s_starts = ["precio de", "me cotiza", "necesito", "tienen", "what is the price of", "hola, busco"];
    private static readonly string[] s_products = ["HLSO", "HOSO", "P&D IQF", "cocido", "cola"];
    private static readonly string[] s_sizes = ["16/20", "21/25", "26/30", "31/35"];
    private static readonly string[] s_places = ["Vigo", "Houston", "Busan", ""];
    private static readonly string[] s_answers = ["USD 7,60/kg", "USD 7,10/kg", "¿Para qué destino?", "Con gusto, un momento."];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_user_conversation_or_near_duplicate_stands_on_both_sides(int seed)
    {
        var world = new ExportWorld();
        foreach (var user in Corpus(seed))
        {
            await StoreAsync(world, user);
        }

        var manifest = await world.ExportAsync(new() { ValidShare = 0.4, Seed = $"{seed}" });
        manifest.Excluded.Keys.ShouldContain("near_duplicate");
        foreach (var folder in (string[])["", "intent/"])
        {
            var (train, valid) = (Origins(world, manifest, $"{folder}train.jsonl"), Origins(world, manifest, $"{folder}valid.jsonl"));
            valid.Count.ShouldBeGreaterThan(5);
            train.Select(o => o.User).Intersect(valid.Select(o => o.User)).ShouldBeEmpty();
            train.Select(o => o.Conversation).Intersect(valid.Select(o => o.Conversation)).ShouldBeEmpty();
        }

        // Each with each, without the hashing that the export goes by.
        var (learned, held) = (Pairs(world, manifest, "train.jsonl"), Pairs(world, manifest, "valid.jsonl"));
        foreach (var pair in held)
        {
            learned.Where(other => NearDuplicatesFixture.AreOne(pair, other)).ShouldBeEmpty();
        }

        var (messages, heldMessages) = (Messages(world, manifest, "intent/train.jsonl"), Messages(world, manifest, "intent/valid.jsonl"));
        foreach (var message in heldMessages)
        {
            messages.Where(other => NearDuplicatesFixture.AreOne((message, ""), (other, ""))).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_same_data_gives_the_same_bytes_whatever_the_order_of_arrival_and_however_it_is_cut_into_ranges(int seed)
    {
        var corpus = Corpus(seed);
        var options = new ExportOptions { ValidShare = 0.3, MaxPerUser = 4 };
        var first = new ExportWorld();
        foreach (var user in corpus)
        {
            await StoreAsync(first, user);
        }

        var expected = await first.ExportAsync(options);
        for (var round = 0; round < 3; round++)
        {
            var world = new ExportWorld();
            var shuffled = corpus.SelectMany(u => u).ToArray();
            new Random(seed + round).Shuffle(shuffled);
            foreach (var message in shuffled)
            {
                await StoreAsync(world, [message]);
            }

            // Users who said nothing move the cuts between the ranges.
            for (var silent = 0; silent < 40 * round; silent++)
            {
                await world.GrantAsync($"u{silent:D3}-silent");
            }

            ExportWorld.Files(await world.ExportAsync(options)).ShouldBe(ExportWorld.Files(expected));
        }
    }

    private static async Task StoreAsync(ExportWorld world, IReadOnlyList<StoredMessage> messages)
    {
        await world.GrantAsync(messages[0].Header.UserKey);
        await world.StoreAsync([.. messages]);
    }

    private static List<List<StoredMessage>> Corpus(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 18).Select(u => Enumerable.Range(0, 6).SelectMany(i => Pair($"u{u:D3}", u, i, random)).ToList())];
    }

    private static IEnumerable<StoredMessage> Pair(string user, int number, int index, Random random)
    {
        var conversation = $"c{number}-{index / 3}";
        var question = $"{Pick(s_starts, random)} {Pick(s_products, random)} {Pick(s_sizes, random)} {Pick(s_places, random)}".TrimEnd();
        var verdict = random.Next(12) == 0 ? Verdict.Review : Verdict.Approved;
        yield return ExportWorld.Turn(user, conversation, 2 * index, WithSlip(question, random)) with
        {
            Label = ExportWorld.Label(confidence: 0.5 + (random.Next(50) / 100.0)),
            Verdict = verdict,
            GapAfter = random.Next(20) == 0,
        };
        yield return ExportWorld.Turn(user, conversation, (2 * index) + 1, Pick(s_answers, random));
    }

    private static string WithSlip(string text, Random random) =>
        random.Next(6) switch
        {
            0 => text.ToUpperInvariant(),
            1 => $"{text} porfa!!",
            2 => text.Replace("precio", "presio", StringComparison.Ordinal),
            3 => text.Replace("necesito", "nesesito", StringComparison.Ordinal) + " 🙏",
            _ => text,
        };

    private static string Pick(string[] items, Random random) => items[random.Next(items.Length)];

    private static List<(string User, string Conversation)> Origins(ExportWorld world, Manifest manifest, string file) =>
        [
            .. Lines(world, manifest, "lineage.jsonl")
                .Where(l => l["lines"]!.AsObject().ContainsKey(file))
                .Select(l => ((string)l["userKey"]!, (string)l["conversationId"]!)),
        ];

    private static List<(string Question, string Answer)> Pairs(ExportWorld world, Manifest manifest, string file) =>
        [
            .. Lines(world, manifest, file)
                .Select(l => (((string)l["prompt"]!)["Usuario: ".Length..^"\nAsistente:".Length], ((string)l["completion"]!).Trim())),
        ];

    private static List<string> Messages(ExportWorld world, Manifest manifest, string file) =>
        [.. Lines(world, manifest, file).Select(l => (string)l["message"]!)];

    private static IEnumerable<JsonNode> Lines(ExportWorld world, Manifest manifest, string file) =>
        world.Text(manifest, file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!);
}
