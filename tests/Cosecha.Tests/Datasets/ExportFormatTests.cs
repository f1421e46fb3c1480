using System.Text;
using Cosecha.Datasets;
using Cosecha.Datasets.Checks;
using Cosecha.Labeling;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Datasets;

/// <summary>The formats of a version's files, frozen: whoever trains reads them with programs.</summary>
public sealed class ExportFormatTests
{
    private readonly ExportWorld _world = new();

    [Fact]
    public async Task The_files_of_a_version_are_the_approved_ones()
    {
        await FillAsync();
        var manifest = await _world.ExportAsync(new() { ValidShare = 0.3, Seed = "a" });
        var text = new StringBuilder();
        foreach (var file in manifest.Files.Select(f => f.Name))
        {
            text.Append("== ").Append(file).Append('\n').Append(_world.Text(manifest, file));
        }

        var approved = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Datasets", "Export.approved.txt"), Token);
        text.ToString().ShouldBe(approved);
    }

    [Fact]
    public async Task With_a_byte_order_mark_only_the_files_for_fine_tuning_services_begin_with_one_also_once_lines_were_erased()
    {
        await FillAsync();
        var manifest = await _world.ExportAsync(new() { ValidShare = 0, Bom = true });
        Check(manifest);
        var without = new HashSet<string> { "u1" };
        await new VersionRewriter(_world.Datasets, _world.Clock).RunAsync(manifest, without, Token);
        var rewritten = _world.Datasets.Published.ShouldHaveSingleItem();
        rewritten.Revision.ShouldBe(1);
        Check(rewritten);

        void Check(Manifest version)
        {
            foreach (var file in version.Files.Where(f => f.Lines > 0))
            {
                var isMarked =
                    file.Name.StartsWith("chat/", StringComparison.Ordinal)
                    || file.Name.StartsWith("preference/", StringComparison.Ordinal);
                _world.Text(version, file.Name).StartsWith('\uFEFF').ShouldBe(isMarked, file.Name);
                (file.Check?.Bom ?? false).ShouldBe(isMarked, file.Name);
                Encoding.UTF8.GetByteCount(_world.Text(version, file.Name)).ShouldBe((int)file.Bytes);
            }
        }
    }

    [Fact]
    public async Task The_manifest_says_what_the_fine_tuning_services_would_say_also_once_lines_were_erased()
    {
        await FillAsync();
        var manifest = await _world.ExportAsync(new() { ValidShare = 0 });
        CheckOf(manifest, "intent/train.jsonl").ShouldBeNull();
        CheckOf(manifest, "chat/valid.jsonl").ShouldBeNull();
        var before = CheckOf(manifest, "chat/train.jsonl").ShouldNotBeNull();
        (before.Format, before.Examples).ShouldBe((DatasetFormat.Chat, manifest.Train));
        before.Counts.ShouldBe([new(FindingCode.TooFewExamples, 1)]);
        before.Tokens.Total.ShouldBeGreaterThan(100);

        await new VersionRewriter(_world.Datasets, _world.Clock).RunAsync(manifest, new HashSet<string> { "u1" }, Token);
        var after = CheckOf(_world.Datasets.Published[0], "chat/train.jsonl").ShouldNotBeNull();
        after.Examples.ShouldBeLessThan(before.Examples);
        after.Tokens.Total.ShouldBeLessThan(before.Tokens.Total);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static FileCheck? CheckOf(Manifest manifest, string name) => manifest.Files.Single(f => f.Name == name).Check;

    private async Task FillAsync()
    {
        foreach (var user in (string[])["u1", "u2", "u3", "u4"])
        {
            await _world.GrantAsync(user);
        }

        await _world.StoreAsync(
            User("u1", "c1", 0, "¿Precio de \"HLSO\" 16/20?", Intents.Pricing, 0.95),
            Bot("u1", "c1", 1, "USD 7,60/kg 🦐") with
            {
                Edited = "USD 7,60/kg FOB Guayaquil 🦐",
            },
            User("u1", "c1", 2, "y 21/25?\ncon 20% glaseo", Intents.Pricing, 0.9),
            Bot("u1", "c1", 3, "USD 7,10/kg"),
            User("u1", "c1", 4, "mande la proforma a [EMAIL]", Intents.Proforma, 0.8),
            Bot("u2", "c2", 0, "Hola, ¿en qué le ayudo?"),
            User("u2", "c2", 2, "precio de hlso 16/20", Intents.Pricing, 0.7),
            Bot("u2", "c2", 3, "usd 7,60/kg fob guayaquil"),
            User("u2", "c2", 4, "hola", Intents.Greeting, 0.9),
            User("u2", "c2", 6, "¿tienen P&D tail-on?", Intents.ProductInfo, 0.9),
            Bot("u2", "c2", 7, "Sí, en 26/30 y 31/35."),
            Bot("u2", "c2", 9, "¿Cuánto necesita?"),
            User("u3", "c3", 0, "do you ship to Houston?", Intents.Other, 0.6) with
            {
                Verdict = Verdict.Review,
            },
            Bot("u3", "c3", 1, "Yes."),
            User("u3", "c3", 2, "ok, 2 containers", Intents.Other, 0.9),
            Bot("u3", "c3", 3, "Which size?"),
            User("u4", "c4", 0, "asdf", null, 0) with
            {
                Verdict = Verdict.Discarded,
                Content = null,
            },
            User("u4", "c4", 2, "thanks", Intents.Greeting, 0.9),
            Bot("u4", "c4", 3, "You are welcome.")
        );
    }

    private static StoredMessage User(string user, string conversation, int number, string text, string? intent, double confidence) =>
        ExportWorld.Turn(user, conversation, number, text) with
        {
            Label = intent is null ? null : ExportWorld.Label(intent, confidence),
            Labeler = Labeler.ByRules,
        };

    private static StoredMessage Bot(string user, string conversation, int number, string text) =>
        Sample.Stored(Sample.Header(user, conversation, $"m{number}", Role.Assistant, number), text);
}
