using Cosecha.Messages;
using Microsoft.Extensions.Options;

namespace Cosecha.Quality;

/// <summary>
/// Turns failed rules and confidence into a verdict. A failed rule rejects whatever the confidence; the reasons of
/// <see cref="QualityReasons.ForReview"/> and a low confidence send to review; the rest is approved. All reasons are kept.
/// </summary>
/// <param name="options">The threshold.</param>
public sealed class DecisionTable(IOptions<QualityOptions> options)
{
    /// <summary>Decides.</summary>
    /// <param name="failedReasons">What the rules found, codes of <see cref="QualityReasons"/>.</param>
    /// <param name="confidence">The label's confidence, 0 to 1; null for a message without label.</param>
    public Decision Decide(IReadOnlyList<string> failedReasons, double? confidence)
    {
        var unsure = confidence is { } value && !(value >= options.Value.ReviewBelow);
        IReadOnlyList<string> reasons = unsure ? [.. failedReasons, QualityReasons.LowConfidence] : [.. failedReasons];
        var rejected = failedReasons.Any(r => !QualityReasons.ForReview.Contains(r));
        var verdict =
            rejected ? Verdict.Rejected
            : reasons.Count > 0 ? Verdict.Review
            : Verdict.Approved;
        return new(verdict, reasons);
    }
}
