using System.Text.Json;
using Cosecha.Catalog;
using Cosecha.Datasets;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Datasets;

public sealed class ExportStageTests
{
    private readonly FakeTimeProvider _clock = new(Sample.Noon);
    private readonly InMemoryConsentStore _consents = new();
    private readonly InMemoryMessageStore _messages = new();
    private readonly InMemoryDatasetStore _datasets = new();
    private readonly InMemoryLineageIndex _lineage = new();
    private readonly InMemoryDatasetLock _lock = new();
    private readonly DomainCatalog _catalog = CatalogLoader.Load(Path.Combine(AppContext.BaseDirectory, "catalog"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_formats_are_those_that_trainers_expect()
    {
        await StoreAsync("u1", "c1", "¿precio de \"HLSO\"?\n16/20", "USD 7,60/kg 🦐");
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
            .ShouldBe([_catalog.SystemPrompt, "¿precio de \"HLSO\"?\n16/20", "USD 7,60/kg 🦐"]);
        Text(manifest, "valid.jsonl").ShouldBeEmpty();
        Text(manifest, "chat/valid.jsonl").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_data_gives_the_same_files_in_another_version()
    {
        await StoreManyAsync(conversations: 30, users: 10);
        var first = await ExportAsync();
        _clock.Advance(TimeSpan.FromDays(1));
        var second = await ExportAsync();
        second.Version.ShouldNotBe(first.Version);
        second.Files.ShouldBe(first.Files);
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
        await _consents.UpdateAsync("u1", _ => Sample.Consent("u1", granted: false), Token);
        await StoreManyAsync(conversations: 400, users: 200);
        _clock.Advance(TimeSpan.FromDays(1));
        before.Except(Users(await ExportAsync(), "valid.jsonl")).ShouldBeSubsetOf(["u1"]);
    }

    [Fact]
    public async Task What_became_no_example_is_listed_with_its_reason_and_without_text_but_not_of_users_who_said_no()
    {
        await StoreAsync("u1", "c1", "question without an answer");
        await StoreAsync("u2", "c2", "question", "answer");
        await _consents.UpdateAsync("u2", _ => Sample.Consent("u2", granted: false), Token);
        var manifest = await ExportAsync();
        Text(manifest, "excluded.jsonl").ShouldBe("""{"conversationId":"c1","messageId":"m0","reason":"unanswered"}""" + "\n");
        Text(manifest, "lineage.jsonl")
            .ShouldBe("""{"lines":{"excluded.jsonl":1},"userKey":"u1","conversationId":"c1","messageIds":["m0"]}""" + "\n");
        manifest.Excluded.ShouldBe([new("no_consent", 1), new("unanswered", 1)]);
    }

    [Fact]
    public async Task Labeled_messages_are_lines_to_train_a_labeler_with_also_without_an_answer()
    {
        await _consents.UpdateAsync("u1", _ => Sample.Consent("u1"), Token);
        var label = new Label
        {
            Intent = Intents.Pricing,
            Product = "HLSO",
            Size = "16/20",
            Language = "es",
            Confidence = 0.97,
        };
        await _messages.AddAsync(
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
        await StoreAsync("u1", "c1", "question", "answer");
        var manifest = await ExportAsync();
        manifest.Contents.ConsentTexts.ShouldBe([new("2025-01", 1)]);
        manifest.Contents.Intents.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_seed_splits_otherwise()
    {
        await StoreManyAsync(conversations: 100, users: 100);
        var first = Users(await ExportAsync(), "valid.jsonl");
        _clock.Advance(TimeSpan.FromDays(1));
        Users(await ExportAsync(seed: "another"), "valid.jsonl").ShouldNotBe(first);
    }

    [Fact]
    public async Task What_is_not_consented_to_now_is_left_out_and_counted()
    {
        await StoreAsync("u1", "c1", "question", "answer");
        await StoreAsync("u2", "c2", "question", "answer");
        await _consents.UpdateAsync("u2", _ => Sample.Consent("u2", granted: false), Token);
        await StoreAsync("u3", "c3", "question", "answer");
        await _consents.UpdateAsync("u3", _ => Sample.Consent("u3", grant: 2), Token);
        var manifest = await ExportAsync();
        manifest.Examples.ShouldBe(1);
        manifest.Excluded.ShouldBe([new("no_consent", 2)]);
    }

    [Fact]
    public async Task Fewer_than_ten_examples_are_written_with_a_warning()
    {
        await StoreAsync("u1", "c1", "question", "answer");
        var manifest = await ExportAsync(validShare: 0);
        manifest.Train.ShouldBe(1);
        manifest.Warnings.ShouldContain(w => w.Contains("refuse", StringComparison.Ordinal));
        _datasets.Published.ShouldHaveSingleItem();
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
            await StoreAsync(user, $"c{i}", $"first question of {user}.", "answer", "second question", $"answer to {user}.");
        }
    }

    private async Task StoreAsync(string user, string conversation, params string[] turns)
    {
        await _consents.UpdateAsync(user, _ => Sample.Consent(user), Token);
        await _messages.AddAsync(
            [
                .. turns
                    .Index()
                    .Select(t =>
                        Sample.Stored(
                            Sample.Header(user, conversation, $"m{t.Index}", t.Index % 2 == 0 ? Role.User : Role.Assistant, t.Index),
                            t.Item
                        )
                    ),
            ],
            Token
        );
    }

    private async Task<Manifest> ExportAsync(string seed = "cosecha", double validShare = 0.1)
    {
        var options = Options.Create(new ExportOptions { Seed = seed, ValidShare = validShare });
        var tidy = new DatasetTidy(_datasets, _lineage);
        var stage = new ExportStage(_messages, _consents, _datasets, _lineage, _lock, tidy, _catalog, options, Sample.Metrics(), _clock);
        return (await stage.RunAsync(TimeSpan.Zero, Token))!;
    }

    private string Text(Manifest manifest, string file) => _datasets.Text(manifest.Version, file);

    private HashSet<string> Users(Manifest manifest, string file) =>
        [.. System.Text.RegularExpressions.Regex.Matches(Text(manifest, file), @"u[0-9]+(?=\.)").Select(m => m.Value)];
}
