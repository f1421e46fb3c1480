using Cosecha.Datasets;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

/// <summary>What an export leaves out because something else says the same, or too much does.</summary>
public sealed class CleaningTests
{
    private static readonly ExportOptions s_train = new() { ValidShare = 0 };

    private readonly ExportWorld _world = new();

    [Fact]
    public async Task Of_those_who_ask_the_same_one_stays_and_the_others_are_counted_with_their_reason()
    {
        await _world.StoreAsync("u1", "c1", "¿Precio de HLSO 16/20?", "USD 7,60/kg");
        await _world.StoreAsync("u2", "c2", "precio de hlso 16/20", "USD 7,60/kg.");
        await _world.StoreAsync("u3", "c3", "buenas presio de HLSO 16/20 porfa", "USD 7,60/kg");
        await _world.StoreAsync("u4", "c4", "¿Precio de HLSO 21/25?", "USD 7,60/kg");
        var manifest = await _world.ExportAsync(s_train);
        manifest.Examples.ShouldBe(2);
        manifest.Excluded.ShouldBe([new("exact_duplicate", 1), new("near_duplicate", 1)]);
        _world.Text(manifest, "train.jsonl").ShouldContain("21/25");
        var cleaning = manifest.Cleaning.ShouldNotBeNull();
        (cleaning.Candidates, cleaning.Clusters, cleaning.LargestCluster).ShouldBe((4, 1, 3));
        cleaning.Removed.ShouldBe(manifest.Excluded);
        _world.Text(manifest, "excluded.jsonl").ShouldContain("""{"conversationId":"c2","messageId":"m0","reason":"exact_duplicate"}""");
    }

    [Fact]
    public async Task What_a_person_wrote_is_kept_before_what_the_labeler_is_sure_of_and_that_before_what_is_new()
    {
        await StoreAsync("u1", 0, 0.9);
        await StoreAsync("u2", 5, 0.9);
        (await KeptAsync()).ShouldBe("u2");
        await StoreAsync("u3", 1, 0.95);
        (await KeptAsync()).ShouldBe("u3");
        await StoreAsync("u4", 2, 0.5, edited: "USD 7,60/KG");
        (await KeptAsync()).ShouldBe("u4");
    }

    [Fact]
    public async Task Labeled_messages_are_cleaned_by_themselves_whatever_was_answered()
    {
        await _world.StoreAsync("u1", "c1", "x");
        await _world.GrantAsync("u2");
        await _world.StoreAsync(
            ExportWorld.Turn("u1", "c2", 0, "precio de HLSO 16/20") with
            {
                Label = ExportWorld.Label(),
            },
            ExportWorld.Turn("u1", "c2", 1, "USD 7,60/kg"),
            ExportWorld.Turn("u2", "c3", 0, "¿precio de HLSO 16/20?") with
            {
                Label = ExportWorld.Label(),
            },
            ExportWorld.Turn("u2", "c3", 1, "USD 7,10/kg")
        );
        var manifest = await _world.ExportAsync(s_train);
        (manifest.Examples, manifest.Labeled).ShouldBe((2, 1));
        manifest.LabeledCleaning!.Removed.ShouldBe([new("exact_duplicate", 1)]);
    }

    [Fact]
    public async Task A_user_and_an_intent_have_no_more_examples_than_are_set()
    {
        await _world.GrantAsync("u1");
        await _world.GrantAsync("u2");
        for (var i = 0; i < 12; i++)
        {
            var (user, intent) = (i % 3 == 0 ? "u2" : "u1", i < 6 ? Intents.Pricing : Intents.ProductInfo);
            await _world.StoreAsync(
                ExportWorld.Turn(user, $"c{i}", 0, $"precio de {i + 30} kg") with
                {
                    Label = ExportWorld.Label(intent, i / 20.0),
                },
                ExportWorld.Turn(user, $"c{i}", 1, $"USD {i}")
            );
        }

        var perUser = await _world.ExportAsync(new() { ValidShare = 0, MaxPerUser = 3 });
        perUser.Examples.ShouldBe(6);
        perUser.Excluded.ShouldBe([new("user_cap", 6)]);
        _world.Text(perUser, "train.jsonl").ShouldContain("USD 11", Case.Sensitive, "what the labeler is surest of stays");

        var perIntent = await _world.ExportAsync(new() { ValidShare = 0, MaxPerIntent = 4 });
        perIntent.Contents.Intents.ShouldBe([new(Intents.Pricing, 4), new(Intents.ProductInfo, 4)], ignoreOrder: true);
        perIntent.Excluded.ShouldBe([new("intent_cap", 4)]);
    }

    [Fact]
    public async Task Messages_without_a_label_are_no_intent_that_has_a_cap()
    {
        for (var i = 0; i < 5; i++)
        {
            await _world.StoreAsync("u1", $"c{i}", $"precio de {i + 30} kg", $"USD {i}");
        }

        (await _world.ExportAsync(new() { ValidShare = 0, MaxPerIntent = 2 })).Examples.ShouldBe(5);
    }

    private async Task StoreAsync(string user, int minute, double confidence, string? edited = null)
    {
        await _world.GrantAsync(user);
        var header = Sample.Header(user, $"c-{user}", "m0", minute: minute);
        await _world.StoreAsync(
            Sample.Stored(header, "precio de HLSO 16/20") with
            {
                Label = ExportWorld.Label(confidence: confidence),
            },
            Sample.Stored(
                header with
                {
                    MessageId = "m1",
                    Role = Role.Assistant,
                    Timestamp = header.Timestamp.AddSeconds(1),
                },
                "USD 7,60/kg"
            ) with
            {
                Edited = edited,
            }
        );
    }

    private async Task<string> KeptAsync()
    {
        var manifest = await _world.ExportAsync(s_train);
        manifest.Examples.ShouldBe(1);
        var line = _world.Text(manifest, "lineage.jsonl").Split('\n').Single(l => l.Contains("\"train.jsonl\"", StringComparison.Ordinal));
        return line.Split("\"userKey\":\"")[1].Split('"')[0];
    }
}
