namespace Cosecha.Cli;

/// <summary>A line of the input is not what the command reads.</summary>
/// <param name="number">The line's number, from 1.</param>
/// <param name="reason">What is wrong with it; holds nothing of the line.</param>
public sealed class JsonLineException(int number, string reason) : Exception($"Line {number}: {reason}");
