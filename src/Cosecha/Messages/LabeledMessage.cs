using Cosecha.Anonymization;
using Cosecha.Labeling;

namespace Cosecha.Messages;

/// <summary>A message with its analysis, or with the reason why it was filtered out.</summary>
/// <param name="Header">Identity and order.</param>
/// <param name="Content">The text with placeholders; null once filtered out.</param>
/// <param name="Redactions">What was replaced, in order of position.</param>
/// <param name="Label">The analysis of a user's message; null for the assistant's and for what was filtered out.</param>
/// <param name="DiscardReason">Why it was filtered out, a code of <see cref="Filtering.DiscardReasons"/>; null when it was not.</param>
/// <param name="Doubts">Why a person should look at it, codes of <see cref="Quality.QualityReasons"/>; null for none.</param>
/// <param name="Labeler">Who gave the label; null without one, and in payloads of earlier builds.</param>
public sealed record LabeledMessage(
    MessageHeader Header,
    string? Content,
    IReadOnlyList<Redaction> Redactions,
    Label? Label,
    string? DiscardReason = null,
    IReadOnlyList<string>? Doubts = null,
    Labeler? Labeler = null
);
