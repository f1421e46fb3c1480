using Cosecha.Anonymization;

namespace Cosecha.Messages;

/// <summary>A message without personal data.</summary>
/// <param name="Header">Identity and order.</param>
/// <param name="Content">The text with placeholders.</param>
/// <param name="Redactions">What was replaced, in order of position.</param>
public sealed record AnonymizedMessage(MessageHeader Header, string Content, IReadOnlyList<Redaction> Redactions);
