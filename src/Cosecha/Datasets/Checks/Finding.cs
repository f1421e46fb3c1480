namespace Cosecha.Datasets.Checks;

/// <summary>Something that a check found. It holds nothing of the file's text.</summary>
/// <param name="Line">The line, counted from 1; null when it is about the file.</param>
/// <param name="Message">The message within the line, counted from 1 within its list; null when it is about the line.</param>
/// <param name="Code">What was found.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record Finding(long? Line, int? Message, FindingCode Code, Severity Severity);
