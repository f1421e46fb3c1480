namespace Cosecha.Labeling;

/// <summary>A label, and what is to be known about it.</summary>
/// <param name="Label">The label.</param>
/// <param name="Labeler">Who gave it.</param>
/// <param name="Doubts">Why a person should look at it, codes of <see cref="Quality.QualityReasons"/>; empty for none.</param>
public sealed record LabelOutcome(Label Label, Labeler Labeler, IReadOnlyList<string> Doubts);
