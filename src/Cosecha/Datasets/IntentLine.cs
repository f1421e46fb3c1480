using Cosecha.Labeling;

namespace Cosecha.Datasets;

/// <summary>A line of the intent files: a message and its label, to train a labeler.</summary>
/// <param name="Message">The text, anonymized.</param>
/// <param name="Label">The label, with its own names in snake case.</param>
public sealed record IntentLine(string Message, Label Label);
