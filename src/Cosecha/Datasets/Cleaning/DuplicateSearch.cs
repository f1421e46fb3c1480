namespace Cosecha.Datasets.Cleaning;

/// <summary>One search for clusters: among the examples with equal facts, first those with equal words, then the near ones.</summary>
internal sealed class DuplicateSearch
{
    private readonly FingerprintList _examples;
    private readonly CandidateFinder _candidates;
    private readonly int[] _order;
    private readonly List<DuplicateCluster> _clusters = [];

    public DuplicateSearch(FingerprintList examples, Func<int, bool> isLookedAt, PairJudge judge)
    {
        _examples = examples;
        _candidates = new CandidateFinder(examples, judge);
        _order = [.. Enumerable.Range(0, examples.Count).Where(isLookedAt)];
    }

    public IReadOnlyList<DuplicateCluster> Run(CancellationToken cancellationToken)
    {
        Array.Sort(_order, Compare);
        for (int first = 0, next; first < _order.Length; first = next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            next = first + 1;
            while (next < _order.Length && _examples[_order[next]].Facts == _examples[_order[first]].Facts)
            {
                next++;
            }

            if (next > first + 1)
            {
                AddClusters(_order.AsSpan(first, next - first), cancellationToken);
            }
        }

        _clusters.Sort((a, b) => a.Copies[0][0].CompareTo(b.Copies[0][0]));
        return _clusters;
    }

    private void AddClusters(Span<int> block, CancellationToken cancellationToken)
    {
        var starts = Starts(block);
        var texts = Array.ConvertAll(starts, _ => 0);
        for (var i = 0; i < starts.Length; i++)
        {
            texts[i] = block[starts[i]];
        }

        Array.Sort(texts, starts, Comparer<int>.Create(_candidates.Compare));
        var components = new Components(texts.Length);
        _candidates.Unite(texts, components, cancellationToken);
        var places = Enumerable.Range(0, texts.Length).ToArray();
        Array.Sort(Array.ConvertAll(places, components.Find), places);
        for (int first = 0, next; first < places.Length; first = next)
        {
            next = first + 1;
            while (next < places.Length && components.Find(places[next]) == components.Find(places[first]))
            {
                next++;
            }

            AddCluster(block, starts, places.AsSpan(first, next - first));
        }
    }

    private int[] Starts(ReadOnlySpan<int> block)
    {
        var starts = new List<int>();
        for (var i = 0; i < block.Length; i++)
        {
            if (i == 0 || _examples[block[i]].Words != _examples[block[i - 1]].Words)
            {
                starts.Add(i);
            }
        }

        return [.. starts];
    }

    private void AddCluster(ReadOnlySpan<int> block, int[] starts, ReadOnlySpan<int> places)
    {
        var members = new List<int>();
        foreach (var place in places)
        {
            var words = _examples[block[starts[place]]].Words;
            for (var i = starts[place]; i < block.Length && _examples[block[i]].Words == words; i++)
            {
                members.Add(block[i]);
            }
        }

        if (members.Count > 1)
        {
            _clusters.Add(new([.. members.GroupBy(i => _examples[i].Exact, (_, copies) => copies.Order().ToArray()).OrderBy(c => c[0])]));
        }
    }

    private int Compare(int a, int b)
    {
        ref var x = ref _examples[a];
        ref var y = ref _examples[b];
        return x.Facts != y.Facts ? x.Facts.CompareTo(y.Facts)
            : x.Words != y.Words ? x.Words.CompareTo(y.Words)
            : x.Exact != y.Exact ? x.Exact.CompareTo(y.Exact)
            : a.CompareTo(b);
    }
}
