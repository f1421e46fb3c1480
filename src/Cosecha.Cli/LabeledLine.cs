using Cosecha.Labeling;

namespace Cosecha.Cli;

/// <summary>A line of input with the label that is right.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Text">The message.</param>
/// <param name="Label">The right label.</param>
internal sealed record LabeledLine(string Id, string Text, Label Label);
