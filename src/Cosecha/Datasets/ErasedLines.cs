namespace Cosecha.Datasets;

/// <summary>A note in a manifest: lines went because their users no longer allow them. It names nobody.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Lines">How many, over all files but the lineage.</param>
public sealed record ErasedLines(DateTimeOffset At, int Lines);
