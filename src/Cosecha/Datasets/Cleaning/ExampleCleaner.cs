using Cosecha.Datasets.Reading;

namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Decides which lines stay: the best of those that say the same, then no more of a user and of an intent than is set, and at last none in the
/// validation files that is like one in training. The best is what a person wrote, then what the labeler was surest of, then the newest.
/// </summary>
internal sealed class ExampleCleaner(NearDuplicates duplicates, Splitter splitter, ExportOptions options)
{
    /// <summary>Cleans.</summary>
    public Cleaned Run(CandidateSet candidates, CancellationToken cancellationToken)
    {
        var excluded = new string?[candidates.Count];
        var clusters = duplicates.Find(candidates.Fingerprints, _ => true, candidates.TextOf, cancellationToken);
        foreach (var cluster in clusters)
        {
            KeepBest(cluster, candidates, excluded);
        }

        Cap(candidates, excluded, options.MaxPerUser, c => c.Group, ExclusionReasons.UserCap);
        Cap(candidates, excluded, options.MaxPerIntent, c => c.Intent, ExclusionReasons.IntentCap);
        while (RemoveCrossing(candidates, excluded, cancellationToken)) { }

        var removed = excluded
            .OfType<string>()
            .GroupBy(r => r)
            .OrderBy(r => r.Key, StringComparer.Ordinal)
            .ToDictionary(r => r.Key, r => r.Count());
        var largest = clusters.Select(c => c.Members.Count()).DefaultIfEmpty().Max();
        return new(excluded, new(candidates.Count, clusters.Count, largest, removed));
    }

    private static void KeepBest(DuplicateCluster cluster, CandidateSet candidates, string?[] excluded)
    {
        var best = cluster.Members.MinBy(i => Rank(candidates, i));
        foreach (var copies in cluster.Copies)
        {
            // Of copies of one text, one goes as a near-duplicate of the best, the others as copies.
            var first = copies.MinBy(i => Rank(candidates, i));
            foreach (var copy in copies.Where(i => i != best))
            {
                excluded[copy] = copy == first ? ExclusionReasons.NearDuplicate : ExclusionReasons.ExactDuplicate;
            }
        }
    }

    private static void Cap(CandidateSet candidates, string?[] excluded, int most, Func<Candidate, ulong> groupOf, string reason)
    {
        if (most == 0)
        {
            return;
        }

        var groups = Enumerable.Range(0, candidates.Count).Where(i => excluded[i] is null).GroupBy(i => groupOf(candidates[i]));
        // Messages without a label have no intent in common.
        foreach (var over in groups.Where(g => g.Key != 0).SelectMany(g => g.OrderBy(i => Rank(candidates, i)).Skip(most)).ToList())
        {
            excluded[over] = reason;
        }
    }

    /// <summary>The check that nothing crosses: another search, among what is left, meets pairs that the crowd hid from the first.</summary>
    /// <returns>Whether it found any.</returns>
    private bool RemoveCrossing(CandidateSet candidates, string?[] excluded, CancellationToken cancellationToken)
    {
        var crossing = new List<int>();
        foreach (var cluster in duplicates.Find(candidates.Fingerprints, i => excluded[i] is null, candidates.TextOf, cancellationToken))
        {
            var sides = cluster.Members.ToLookup(i => splitter.IsValid(candidates[i].Group));
            crossing.AddRange(sides[false].Any() ? sides[true] : []);
        }

        crossing.ForEach(i => excluded[i] = ExclusionReasons.Crossing);
        return crossing.Count > 0;
    }

    /// <summary>The smaller, the better. The place comes last, so that the order is total.</summary>
    private static (bool, float, long, int) Rank(CandidateSet candidates, int index)
    {
        var candidate = candidates[index];
        return (!candidate.Reviewed, -candidate.Confidence, -candidate.SentTicks, index);
    }
}
