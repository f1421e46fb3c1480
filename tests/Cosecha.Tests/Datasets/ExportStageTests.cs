using System.Text.Json;
using Cosecha.Datasets;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

public sealed class ExportStageTests
{
    private readonly ExportWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_formats_are_those_that_trainers_expect()
    {
        await _world.StoreAsync("u1", "c1", "¿precio de \"HLSO\"?\n16/20", "USD 7,60/kg 🦐");
        var manifest = await ExportAsync(validShare: 0);
        Text(manifest, "train.jsonl")
            .ShouldBe(
                """{"prompt":"Usuario: ¿precio de \"HLSO\"?\n16/20\nAsistente:","completion":" USD 7,60/kg \uD83E\uDD90\n"}""" + "\n"
            );
        var chat = JsonDocument.Parse(Text(manifest, "chat/train.jsonl")).RootElement;
        chat.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("messages");
        var turns = chat.GetProperty("messages").EnumerateArray().ToList();
        turns.Select(t => t.GetProperty("role").GetString()).ShouldBe(["system", "user", "assistant"]);
        turns
            .Select(t => t.GetProperty("content").GetString())
            .ShouldBe([ExportWorld.Catalog.SystemPrompt, "¿precio de \"HLSO\"?\n16/20", "USD 7,60/kg 🦐"]);
        Text(manifest, "valid.jsonl").ShouldBeEmpty();
        Text(manifest, "chat/valid.jsonl").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_late_or_doubled_run_finds_nothing_new_and_makes_no_version()
    {
        await StoreManyAsync(conversations: 30, users: 10);
        var first = await _world.RunAsync();
        first.IsNew.ShouldBeTrue();
        var second = await _world.RunAsync();
        second.ShouldBe(new ExportResult(_world.Datasets.Published.ShouldHaveSingleItem(), IsNew: false));
        _world.Datasets.Folders.ShouldBe([first.Manifest.Folder]);
        _world.Lineage.Entries.Keys.Select(k => k.Version).Distinct().ShouldBe([first.Manifest.Version]);
    }

    [Fact]
    public async Task A_version_that_lost_lines_is_followed_by_a_whole_one_even_if_nothing_else_is_new()
    {
        await StoreManyAsync(conversations: 4, users: 2);
        var first = await ExportAsync();
        await _world.Consents.UpdateAsync("u1", _ => Sample.Consent("u1", granted: false), Token);
        await new VersionRewriter(_world.Datasets, _world.Clock).RunAsync(first, new HashSet<string> { "u1" }, Token);
        (await _world.RunAsync()).IsNew.ShouldBeTrue();
        (await _world.RunAsync()).IsNew.ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_of_an_earlier_key_is_one_user_whichever_key_a_message_is_under()
    {
        var state = Sample.Consent("z-new") with { FormerKeys = ["a-old"] };
        await _world.StoreAsync("m1", "c0", "precio de 11 kg", "USD 1");
        foreach (var (key, i) in state.AllKeys.Select((key, i) => (key, i)))
        {
            await _world.StoreAsync([
                .. new[] { $"precio de {i + 30} kg", $"USD {i}" }.Select((text, n) => ExportWorld.Turn(key, $"c{i}", n, text)),
            ]);
            await _world.Consents.UpdateAsync(key, _ => state, Token);
        }

        foreach (var seed in Enumerable.Range(0, 12))
        {
            var manifest = await ExportAsync($"{seed}", validShare: 0.5);
            var sides = (string[])[Text(manifest, "train.jsonl"), Text(manifest, "valid.jsonl")];
            sides.Count(s => s.Contains("30 kg", StringComparison.Ordinal) && s.Contains("31 kg", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_user_stands_on_one_side_of_the_split_and_about_a_tenth_is_held_out()
    {
        await StoreManyAsync(conversations: 1_500, users: 500);
        var manifest = await ExportAsync();
        manifest.Examples.ShouldBe(3_000);
        manifest.Valid.ShouldBeInRange(200, 400);
        var train = Users(manifest, "train.jsonl");
        train.Intersect(Users(manifest, "valid.jsonl")).ShouldBeEmpty();
        train.Count.ShouldBeGreaterThan(400);
    }

    [Fact]
    public async Task A_user_stays_on_their_side_while_others_come_and_go()
    {
        await StoreManyAsync(conversations: 200, users: 100);
        var before = Users(await ExportAsync(), "valid.jsonl");
        before.ShouldNotBeEmpty();
        await _world.Consents.UpdateAsync("u1", _ => Sample.Consent("u1", granted: false), Token);
        await StoreManyAsync(conversations: 400, users: 200);
        before.Except(Users(await ExportAsync(), "valid.jsonl")).ShouldBeSubsetOf(["u1"]);
    }

    [Fact]
    public async Task What_became_no_example_is_listed_with_its_reason_and_without_text_but_not_of_users_who_said_no()
    {
        await _world.StoreAsync("u1", "c1", "question without an answer");
        await _world.StoreAsync("u2", "c2", "question", "answer");
        await _world.Consents.UpdateAsync("u2", _ => Sample.Consent("u2", granted: false), Token);
        var manifest = await ExportAsync();
        Text(manifest, "excluded.jsonl").ShouldBe("""{"conversationId":"c1","messageId":"m0","reason":"unanswered"}""" + "\n");
        Text(manifest, "lineage.jsonl")
            .ShouldBe("""{"lines":{"excluded.jsonl":1},"userKey":"u1","conversationId":"c1","messageIds":["m0"]}""" + "\n");
        manifest.Excluded.ShouldBe([new("no_consent", 1), new("unanswered", 1)]);
    }

    [Fact]
    public async Task Labeled_messages_are_lines_to_train_a_labeler_with_also_without_an_answer()
    {
        await _world.Consents.UpdateAsync("u1", _ => Sample.Consent("u1"), Token);
        var label = new Label
        {
            Intent = Intents.Pricing,
            Product = "HLSO",
            Size = "16/20",
            Language = "es",
            Confidence = 0.97,
        };
        await _world.Messages.AddAsync(
            [Sample.Stored(Sample.Header(), "precio de HLSO 16/20") with { Label = label, Labeler = new("ai", "gpt", "2") }],
            Token
        );
        var manifest = await ExportAsync(validShare: 0);
        var line = JsonDocument.Parse(Text(manifest, "intent/train.jsonl")).RootElement;
        line.GetProperty("message").GetString().ShouldBe("precio de HLSO 16/20");
        line.GetProperty("label").GetProperty("intent").GetString().ShouldBe("pricing");
        manifest.Labeled.ShouldBe(1);
    }

    [Fact]
    public async Task The_manifest_counts_what_the_examples_are_about_and_on_what_they_rest()
    {
        await _world.StoreAsync("u1", "c1", "question", "answer");
        var manifest = await ExportAsync();
        manifest.Contents.ConsentTexts.ShouldBe([new("2025-01", 1)]);
        manifest.Contents.Intents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_seed_splits_otherwise()
    {
        await StoreManyAsync(conversations: 100, users: 100);
        var first = Users(await ExportAsync(), "valid.jsonl");
        Users(await ExportAsync(seed: "another"), "valid.jsonl").ShouldNotBe(first);
    }

    [Fact]
    public async Task What_is_not_consented_to_now_is_left_out_and_counted()
    {
        await _world.StoreAsync("u1", "c1", "question", "answer");
        await _world.StoreAsync("u2", "c2", "question", "answer");
        await _world.Consents.UpdateAsync("u2", _ => Sample.Consent("u2", granted: false), Token);
        await _world.StoreAsync("u3", "c3", "question", "answer");
        await _world.Consents.UpdateAsync("u3", _ => Sample.Consent("u3", grant: 2), Token);
        var manifest = await ExportAsync();
        manifest.Examples.ShouldBe(1);
        manifest.Excluded.ShouldBe([new("no_consent", 2)]);
    }

    [Fact]
    public async Task Fewer_than_ten_examples_are_written_with_a_warning()
    {
        await _world.StoreAsync("u1", "c1", "question", "answer");
        var manifest = await ExportAsync(validShare: 0);
        manifest.Train.ShouldBe(1);
        manifest.Warnings.ShouldContain(w => w.Contains("refuse", StringComparison.Ordinal));
        _world.Datasets.Published.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_export_of_nothing_writes_all_files_empty()
    {
        var manifest = await ExportAsync();
        manifest
            .Files.Select(f => (f.Name, f.Bytes))
            .ShouldBe([
                ("train.jsonl", 0),
                ("valid.jsonl", 0),
                ("chat/train.jsonl", 0),
                ("chat/valid.jsonl", 0),
                ("preference/train.jsonl", 0),
                ("preference/valid.jsonl", 0),
                ("intent/train.jsonl", 0),
                ("intent/valid.jsonl", 0),
                ("excluded.jsonl", 0),
                ("lineage.jsonl", 0),
            ]);
    }

    private async Task StoreManyAsync(int conversations, int users)
    {
        for (var i = 0; i < conversations; i++)
        {
            var user = $"u{i % users}";
            await _world.StoreAsync(user, $"c{i}", $"question {i} of {user}.", $"answer {i}", $"and {i} more", $"answer {i} to {user}.");
        }
    }

    private Task<Manifest> ExportAsync(string seed = "cosecha", double validShare = 0.1) =>
        _world.ExportAsync(new() { Seed = seed, ValidShare = validShare });

    private string Text(Manifest manifest, string file) => _world.Text(manifest, file);

    private HashSet<string> Users(Manifest manifest, string file) =>
        [.. System.Text.RegularExpressions.Regex.Matches(Text(manifest, file), @"u[0-9]+(?=\.)").Select(m => m.Value)];
}
