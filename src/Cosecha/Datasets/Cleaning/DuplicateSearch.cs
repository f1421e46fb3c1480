namespace Cosecha.Datasets.Cleaning;

/// <summary>One search for clusters: exact copies first, then, among the texts with equal facts, the near ones.</summary>
internal sealed class DuplicateSearch
{
    private readonly EntryList _entries;
    private readonly CandidateFinder _candidates;
    private readonly PairJudge _judge;
    private readonly int[] _order;

    public DuplicateSearch(
        EntryList entries,
        FormReader reader,
        FormComparison comparison,
        Func<long, (string Question, string Answer)> textOf
    )
    {
        _entries = entries;
        _candidates = new CandidateFinder(entries);
        _judge = new PairJudge(entries, reader, comparison, textOf);
        _order = new int[entries.Count];
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }
    }

    public IReadOnlyList<DuplicateCluster> Run(CancellationToken cancellationToken)
    {
        Array.Sort(_order, Compare);
        var clusters = new List<DuplicateCluster>();
        for (var first = 0; first < _order.Length; )
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = first + 1;
            while (next < _order.Length && _entries[_order[next]].Facts == _entries[_order[first]].Facts)
            {
                next++;
            }

            if (next > first + 1)
            {
                AddClusters(_order.AsSpan(first, next - first), clusters, cancellationToken);
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
            if (components.Find(a) != components.Find(b) && _judge.AreSame(members[a], members[b]))
            {
                components.Unite(a, b);
            }
        }

        clusters.AddRange(
            Enumerable
                .Range(0, texts.Count)
                .GroupBy(components.Find, i => (IReadOnlyList<long>)[.. texts[i].Select(entry => _entries[entry].Key)])
                .Where(group => group.Sum(keys => keys.Count) > 1)
                .Select(group => new DuplicateCluster([.. group.OrderBy(keys => keys[0])]))
        );
    }

    private List<List<int>> Copies(ReadOnlySpan<int> block)
    {
        var texts = new List<List<int>>();
        foreach (var entry in block)
        {
            if (texts.Count > 0 && _entries[texts[^1][0]].Exact == _entries[entry].Exact)
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
        ref var x = ref _entries[a];
        ref var y = ref _entries[b];
        return x.Facts != y.Facts ? x.Facts.CompareTo(y.Facts)
            : x.Exact != y.Exact ? x.Exact.CompareTo(y.Exact)
            : x.Key.CompareTo(y.Key);
    }
}
