namespace Cosecha.Datasets.Cleaning;

/// <summary>What cleaning decided.</summary>
/// <param name="Excluded">For each candidate why it goes, a code of <see cref="ExclusionReasons"/>; null when it stays.</param>
/// <param name="Report">What was done.</param>
internal sealed record Cleaned(IReadOnlyList<string?> Excluded, CleaningReport Report);
