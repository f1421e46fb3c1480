namespace Cosecha.Datasets.Cleaning;

/// <summary>Examples that say the same.</summary>
/// <param name="Copies">
/// Its texts, each with the keys of the examples that have it in the same normal form, smallest first: more than one key are exact duplicates, more
/// than one text near ones.
/// </param>
public sealed record DuplicateCluster(IReadOnlyList<IReadOnlyList<long>> Copies)
{
    /// <summary>The keys of all examples, smallest first.</summary>
    public IReadOnlyList<long> Keys => [.. Copies.SelectMany(keys => keys).Order()];
}
