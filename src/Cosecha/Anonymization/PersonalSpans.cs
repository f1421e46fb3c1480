namespace Cosecha.Anonymization;

/// <summary>What the second opinion answers.</summary>
/// <param name="Spans">The stretches that still look personal; empty when none does.</param>
public sealed record PersonalSpans(IReadOnlyList<PersonalSpan> Spans);
