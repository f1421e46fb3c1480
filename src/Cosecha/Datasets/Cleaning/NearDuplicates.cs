namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Finds the examples that differ in form only: exact duplicates by their normal form, near ones by MinHash and an exact judgement of each pair that
/// it brings up. No number, size, price, unit, product, place, date, placeholder or negation may differ; typing errors, accents, fillers, abbreviations
/// and word order may. Question and answer must both agree. Clusters depend on the examples alone, not on the order in which they stand.
/// Time is linear in the examples; memory is about 25 bytes an example and a fixed part. Safe to share between threads.
/// </summary>
/// <param name="fingerprints">What took the fingerprints.</param>
public sealed class NearDuplicates(FingerprintReader fingerprints)
{
    /// <summary>Finds the clusters of two examples and more, ordered by their smallest indexes.</summary>
    /// <param name="examples">The fingerprints of all.</param>
    /// <param name="isLookedAt">Whether the example of an index takes part.</param>
    /// <param name="textOf">Gives question and answer of an index once more; asked only where examples look alike, by one thread.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public IReadOnlyList<DuplicateCluster> Find(
        FingerprintList examples,
        Func<int, bool> isLookedAt,
        Func<int, (string Question, string Answer)> textOf,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(examples);
        ArgumentNullException.ThrowIfNull(isLookedAt);
        ArgumentNullException.ThrowIfNull(textOf);
        var judge = new PairJudge(fingerprints.Forms, fingerprints.Comparison, textOf);
        return new DuplicateSearch(examples, isLookedAt, judge).Run(cancellationToken);
    }
}
