namespace Cosecha.Anonymization;

/// <summary>A stretch of the text that looks personal.</summary>
/// <param name="Type">One of <see cref="PiiTypes"/>.</param>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Score">How sure the recognizer is, 0 to 1.</param>
/// <param name="Detector">The recognizer.</param>
/// <param name="Reason">Why, in a few words that never quote the text.</param>
internal readonly record struct Finding(string Type, int Start, int End, double Score, string Detector, string Reason)
{
    /// <summary>How long it is, in UTF-16 code units.</summary>
    public int Length => End - Start;
}
