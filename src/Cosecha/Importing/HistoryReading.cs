namespace Cosecha.Importing;

/// <summary>One entry of a history: a message, or why it is none.</summary>
/// <param name="Line">The line it begins on, from 1; in <c>sessions.json</c> the number of the session.</param>
/// <param name="Message">The message; null when the entry is none.</param>
/// <param name="Skipped">One of <see cref="SkipReasons"/>; null for a message.</param>
public sealed record HistoryReading(int Line, HistoryMessage? Message, string? Skipped)
{
    /// <summary>A message.</summary>
    public static HistoryReading Of(int line, HistoryMessage message) => new(line, message, null);

    /// <summary>An entry that is none.</summary>
    public static HistoryReading Skip(int line, string reason) => new(line, null, reason);
}
