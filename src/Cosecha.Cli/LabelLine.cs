using Cosecha.Labeling;

namespace Cosecha.Cli;

/// <summary>A line of output.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Usable">Whether the filter keeps the message.</param>
/// <param name="Reason">Why it does not; null when it does.</param>
/// <param name="Label">The label, whatever the filter says; of a message that the filter drops, the rules'.</param>
/// <param name="Labeler">Who gave the label.</param>
/// <param name="Doubts">Why a person should look at it; empty for none.</param>
internal sealed record LabelLine(string Id, bool Usable, string? Reason, Label Label, Labeler Labeler, IReadOnlyList<string> Doubts);
