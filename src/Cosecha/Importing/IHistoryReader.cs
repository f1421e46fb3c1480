namespace Cosecha.Importing;

/// <summary>Reads a history that somebody exported, one entry after the other. Each call reads it anew.</summary>
public interface IHistoryReader
{
    /// <summary>The entries, in the history's order.</summary>
    /// <exception cref="InvalidDataException">The history as a whole is not what was said; the message is a sentence without anything of it.</exception>
    IAsyncEnumerable<HistoryReading> ReadAsync(CancellationToken cancellationToken);
}
