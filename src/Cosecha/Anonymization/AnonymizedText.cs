namespace Cosecha.Anonymization;

/// <summary>What the anonymizer makes of a text.</summary>
/// <param name="Text">The text with a placeholder for every personal span.</param>
/// <param name="Redactions">What was replaced, in order of position.</param>
public sealed record AnonymizedText(string Text, IReadOnlyList<Redaction> Redactions);
