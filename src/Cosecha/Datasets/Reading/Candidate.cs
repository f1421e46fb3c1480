namespace Cosecha.Datasets.Reading;

/// <summary>What is kept of a line that may be written: no text, only where it stands and how good it is.</summary>
/// <param name="Position">Where its message stands in the <see cref="MessageSpool"/>.</param>
/// <param name="Group">Whose it is, as <see cref="Splitter.GroupOf"/> tells.</param>
/// <param name="Intent">A hash of the message's intent; 0 without a label.</param>
/// <param name="Confidence">Confidence of the label, 0 to 1; 0 without one.</param>
/// <param name="Reviewed">Whether a person wrote a part of it.</param>
/// <param name="SentTicks">When it was written, in UTC ticks.</param>
internal readonly record struct Candidate(long Position, ulong Group, ulong Intent, float Confidence, bool Reviewed, long SentTicks);
