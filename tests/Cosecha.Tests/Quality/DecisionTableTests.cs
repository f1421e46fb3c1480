using Cosecha.Ai;
using Cosecha.Messages;
using Cosecha.Quality;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Quality;

public sealed class DecisionTableTests
{
    /// <summary>What leaves the decision to a person; every other reason rejects.</summary>
    private static readonly HashSet<string> s_forReview =
    [
        "residual_pii",
        "second_opinion",
        "labelers_disagree",
        "ai_refusal",
        "ai_cut_off",
        "ai_content_filter",
        "ai_unparsable",
    ];

    private readonly DecisionTable _table = new(Options.Create(new QualityOptions()));

    [Theory]
    [InlineData("", null, Verdict.Approved, "")]
    [InlineData("", 0.0, Verdict.Review, "low_confidence")]
    [InlineData("", 0.8499, Verdict.Review, "low_confidence")]
    [InlineData("", 0.85, Verdict.Approved, "")]
    [InlineData("", 1.0, Verdict.Approved, "")]
    [InlineData("", double.NaN, Verdict.Review, "low_confidence")]
    [InlineData("residual_pii", null, Verdict.Review, "residual_pii")]
    [InlineData("residual_pii", 0.5, Verdict.Review, "residual_pii,low_confidence")]
    [InlineData("residual_pii", 0.95, Verdict.Review, "residual_pii")]
    [InlineData("unknown_size", null, Verdict.Rejected, "unknown_size")]
    [InlineData("unknown_size", 0.5, Verdict.Rejected, "unknown_size,low_confidence")]
    [InlineData("unknown_size", 0.95, Verdict.Rejected, "unknown_size")]
    [InlineData("unknown_size,residual_pii", null, Verdict.Rejected, "unknown_size,residual_pii")]
    [InlineData("unknown_size,residual_pii", 0.5, Verdict.Rejected, "unknown_size,residual_pii,low_confidence")]
    [InlineData("unknown_size,residual_pii", 0.95, Verdict.Rejected, "unknown_size,residual_pii")]
    [InlineData("second_opinion", 0.95, Verdict.Review, "second_opinion")]
    [InlineData("ai_refusal", null, Verdict.Review, "ai_refusal")]
    [InlineData("ai_cut_off", 0.95, Verdict.Review, "ai_cut_off")]
    [InlineData("ai_content_filter", 0.95, Verdict.Review, "ai_content_filter")]
    [InlineData("ai_unparsable", 0.5, Verdict.Review, "ai_unparsable,low_confidence")]
    [InlineData("unknown_size,second_opinion", 0.95, Verdict.Rejected, "unknown_size,second_opinion")]
    public void Every_cell_of_the_table(string failed, double? confidence, Verdict verdict, string reasons)
    {
        var decision = _table.Decide(Codes(failed), confidence);
        decision.Verdict.ShouldBe(verdict);
        decision.Reasons.ShouldBe(Codes(reasons));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_reason_of_the_closed_list_at_every_confidence(string reason, double? confidence)
    {
        var decision = _table.Decide([reason], confidence);
        decision.Verdict.ShouldBe(s_forReview.Contains(reason) ? Verdict.Review : Verdict.Rejected);
        decision.Reasons.ShouldBe(confidence < 0.85 ? [reason, "low_confidence"] : [reason]);
    }

    [Fact]
    public void The_threshold_is_a_setting()
    {
        var table = new DecisionTable(Options.Create(new QualityOptions { ReviewBelow = 0.5 }));
        table.Decide([], 0.6).Verdict.ShouldBe(Verdict.Approved);
        table.Decide([], 0.4).Verdict.ShouldBe(Verdict.Review);
    }

    /// <summary>All codes but that of a low confidence, which is not a rule's; without label, unsure, at the threshold, sure.</summary>
    public static TheoryData<string, double?> Cells
    {
        get
        {
            var codes = new[] { typeof(QualityReasons), typeof(AiFailures) }
                .SelectMany(type => type.GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!))
                .Where(code => code != QualityReasons.LowConfidence);
            var cells = new TheoryData<string, double?>();
            foreach (var code in codes)
            {
                foreach (var confidence in new double?[] { null, 0, 0.5, 0.85, 1 })
                {
                    cells.Add(code, confidence);
                }
            }

            return cells;
        }
    }

    private static string[] Codes(string codes) => codes.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
