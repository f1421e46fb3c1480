using Cosecha.Anonymization.Names;

namespace Cosecha.Anonymization.Training;

/// <summary>A generated sentence with its names.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Names">The names in order of position: where each starts and ends, and what it is.</param>
internal sealed record LabeledText(string Text, IReadOnlyList<(int Start, int End, NameTag Tag)> Names);
