namespace Cosecha.Anonymization;

/// <summary>A stretch that the second opinion takes for personal.</summary>
/// <param name="Type">One of <see cref="PiiTypes"/>.</param>
/// <param name="Text">The stretch, as it stands in the anonymized text.</param>
public sealed record PersonalSpan(string Type, string Text);
