using Cosecha.Anonymization;

namespace Cosecha.Messages;

/// <summary>A message without personal data.</summary>
/// <param name="Header">Identity and order.</param>
/// <param name="Content">The text with placeholders; empty when it is discarded.</param>
/// <param name="Redactions">What was replaced, in order of position.</param>
/// <param name="DiscardReason">Why it goes no further, a code of <see cref="Filtering.DiscardReasons"/>; null when it does.</param>
/// <param name="Doubts">Why a person should look at it, codes of <see cref="Quality.QualityReasons"/>; null for none.</param>
public sealed record AnonymizedMessage(
    MessageHeader Header,
    string Content,
    IReadOnlyList<Redaction> Redactions,
    string? DiscardReason = null,
    IReadOnlyList<string>? Doubts = null
);
