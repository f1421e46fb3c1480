namespace Cosecha.Cli.Import;

/// <summary>How far an interrupted import came. Holds no text and no id.</summary>
/// <param name="Entries">Entries that are done, from the first.</param>
/// <param name="Digest">SHA-256 of how the import was asked for and of those entries: only the same ones are passed over.</param>
/// <param name="Counts">What became of them.</param>
internal sealed record ImportState(int Entries, string Digest, ImportCounts Counts);
