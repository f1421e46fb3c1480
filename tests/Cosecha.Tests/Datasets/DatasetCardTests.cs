using Cosecha.Datasets;
using Cosecha.Datasets.Checks;

namespace Cosecha.Tests.Datasets;

public sealed class DatasetCardTests
{
    private static readonly FileCheck s_check = new(
        DatasetFormat.Completion,
        900,
        Bom: false,
        8,
        8,
        Errors: 1,
        Warnings: 0,
        new Dictionary<FindingCode, long>(),
        [],
        null,
        new("gpt-4o-mini", 65_536, 240, 80, new Distribution(20, 44, 30, 29.5, 21, 43), null),
        new(3, 240, 720)
    );

    [Fact]
    public void The_card_is_the_approved_one()
    {
        var manifest = new Manifest(
            "20260131T070000123Z",
            new(2026, 1, 31, 7, 0, 0, TimeSpan.Zero),
            "1.0.0",
            "cosecha",
            0.1,
            120,
            30,
            9,
            8,
            1,
            new SortedDictionary<string, int> { ["unanswered"] = 3, ["user_review"] = 2 },
            [new("train.jsonl", 8, 900, "ab", s_check), new("valid.jsonl", 1, 100, "cd")],
            ["8 training examples: fine-tuning services refuse fewer than 10."]
        )
        {
            Labeled = 11,
            Contents = new(
                new Dictionary<string, int> { ["pricing"] = 9 },
                new Dictionary<string, int> { ["en"] = 2, ["es"] = 7 },
                new Dictionary<string, int> { ["rules"] = 9 },
                new Dictionary<string, int> { ["2025-01"] = 9 }
            ),
            Revision = 1,
            Erased = [new(new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), 4)],
        };
        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Datasets", "DatasetCard.approved.md"));
        DatasetCard.Of(manifest).ShouldBe(approved);
    }
}
