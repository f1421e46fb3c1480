using Cosecha.Messages;

namespace Cosecha.Quality;

/// <summary>What becomes of a message.</summary>
/// <param name="Verdict">Approved, review or rejected.</param>
/// <param name="Reasons">Why, codes of <see cref="QualityReasons"/>; empty for an approved message.</param>
public sealed record Decision(Verdict Verdict, IReadOnlyList<string> Reasons);
