namespace Cosecha.FineTuning;

/// <summary>What became of the wish for a job: a job, or the reason why there is none.</summary>
/// <param name="Job">The job.</param>
/// <param name="Reason"><c>not_configured</c>, <c>version_unknown</c>, <c>version_changed</c> or <c>checks_failed</c>.</param>
/// <param name="Findings">The errors that the checks found.</param>
public sealed record FineTuneAnswer(FineTuneRecord? Job, string? Reason, IReadOnlyList<FineTuneFinding> Findings)
{
    /// <summary>A refusal without findings.</summary>
    public static FineTuneAnswer Refuse(string reason) => new(null, reason, []);
}
