namespace Cosecha.Datasets.Cleaning;

/// <summary>Examples that say the same.</summary>
/// <param name="Copies">
/// Its texts, each with the indexes of the examples that have it in the same normal form, smallest first: more than one index are exact duplicates,
/// more than one text near ones.
/// </param>
public sealed record DuplicateCluster(IReadOnlyList<IReadOnlyList<int>> Copies)
{
    /// <summary>All its examples.</summary>
    public IEnumerable<int> Members => Copies.SelectMany(copies => copies);
}
