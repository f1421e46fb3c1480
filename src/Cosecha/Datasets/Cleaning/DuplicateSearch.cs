namespace Cosecha.Datasets.Cleaning;

/// <summary>One search for clusters: exact copies first, then, among the texts with equal facts, the near ones.</summary>
internal sealed class DuplicateSearch(FingerprintList fingerprints, PairJudge judge)
{
    private readonly CandidateFinder _candidates = new(fingerprints);

    /// <summary>Runs it.</summary>
    /// <param name="order">The examples that take part; it is sorted.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public IReadOnlyList<DuplicateCluster> Run(int[] order, CancellationToken cancellationToken)
    {
        Array.Sort(order, Compare);
        var clusters = new List<DuplicateCluster>();
        for (var first = 0; first < order.Length; )
        {
            var next = first + 1;
            while (next < order.Length && fingerprints[order[next]].Facts == fingerprints[order[first]].Facts)
            {
                next++;
            }

            if (next > first + 1)
            {
                AddClusters(order.AsSpan(first, next - first), clusters, cancellationToken);
            }

            first = next;
        }

        clusters.Sort((a, b) => a.Copies[0][0].CompareTo(b.Copies[0][0]));
        return clusters;
    }

    private void AddClusters(ReadOnlySpan<int> block, List<DuplicateCluster> clusters, CancellationToken cancellationToken)
    {
        var texts = Copies(block);
        var members = texts.ConvertAll(copies => copies[0]);
        var components = new Components(texts.Count);
        foreach (var (a, b) in _candidates.Find(members))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (components.Find(a) != components.Find(b) && judge.AreSame(members[a], members[b]))
            {
                components.Unite(a, b);
            }
        }

        clusters.AddRange(
            Enumerable
                .Range(0, texts.Count)
                .GroupBy(components.Find, i => (IReadOnlyList<int>)texts[i])
                .Where(group => group.Sum(copies => copies.Count) > 1)
                .Select(group => new DuplicateCluster([.. group.OrderBy(copies => copies[0])]))
        );
    }

    private List<List<int>> Copies(ReadOnlySpan<int> block)
    {
        var texts = new List<List<int>>();
        foreach (var entry in block)
        {
            if (texts.Count > 0 && fingerprints[texts[^1][0]].Exact == fingerprints[entry].Exact)
            {
                texts[^1].Add(entry);
            }
            else
            {
                texts.Add([entry]);
            }
        }

        return texts;
    }

    private int Compare(int a, int b)
    {
        ref readonly var x = ref fingerprints[a];
        ref readonly var y = ref fingerprints[b];
        return x.Facts != y.Facts ? x.Facts.CompareTo(y.Facts)
            : x.Exact != y.Exact ? x.Exact.CompareTo(y.Exact)
            : a.CompareTo(b);
    }
}
