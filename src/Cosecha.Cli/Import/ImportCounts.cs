namespace Cosecha.Cli.Import;

/// <summary>What became of the entries of a history, by status and reason.</summary>
internal sealed class ImportCounts
{
    /// <summary>Answers of the front door.</summary>
    public SortedDictionary<string, int> Posted { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What was not posted.</summary>
    public SortedDictionary<string, int> Skipped { get; init; } = new(StringComparer.Ordinal);

    public void Post(string status) => Posted[status] = Posted.GetValueOrDefault(status) + 1;

    public void Skip(string reason) => Skipped[reason] = Skipped.GetValueOrDefault(reason) + 1;

    public static string Listed(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.Any() ? string.Join(", ", counts.Select(c => $"{c.Key} {c.Value:N0}")) : "nothing";
}
