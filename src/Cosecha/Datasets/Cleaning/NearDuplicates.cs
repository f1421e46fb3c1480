namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Finds the examples that differ in form only: exact duplicates by their normal form, near ones by MinHash and an exact judgement of each pair that
/// it brings up. No number, size, price, unit, product, place, date, placeholder or negation may differ; typing errors, accents, fillers, abbreviations
/// and word order may. Question and answer must both agree. Clusters depend on the examples alone, not on the order in which they come.
/// </summary>
public sealed class NearDuplicates(FingerprintReader reader)
{
    /// <summary>Finds the clusters of two examples and more, ordered by their smallest members.</summary>
    /// <param name="fingerprints">The examples; their indexes name them.</param>
    /// <param name="takesPart">Which of them to look at.</param>
    /// <param name="textOf">Gives question and answer of an example once more; asked only where examples look alike.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public IReadOnlyList<DuplicateCluster> Find(
        FingerprintList fingerprints,
        Func<int, bool> takesPart,
        Func<int, (string Question, string Answer)> textOf,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(fingerprints);
        var judge = new PairJudge(reader.Forms, reader.Comparison, textOf);
        return new DuplicateSearch(fingerprints, judge).Run(
            [.. Enumerable.Range(0, fingerprints.Count).Where(takesPart)],
            cancellationToken
        );
    }
}
