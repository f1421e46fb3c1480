using Cosecha.Datasets.Checks;

namespace Cosecha.FineTuning;

/// <summary>An error in a file of the version.</summary>
/// <param name="File">The file.</param>
/// <param name="Code">What was found.</param>
/// <param name="Count">How often.</param>
/// <param name="Lines">The first lines with it, at most 10.</param>
public sealed record FineTuneFinding(string File, FindingCode Code, long Count, IReadOnlyList<long> Lines);
