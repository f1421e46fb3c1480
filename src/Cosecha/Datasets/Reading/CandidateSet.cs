using Cosecha.Datasets.Cleaning;

namespace Cosecha.Datasets.Reading;

/// <summary>The candidates of all ranges, in the order of their users, conversations and times: the same however the ranges were cut.</summary>
internal sealed class CandidateSet
{
    private readonly List<Candidate> _candidates = [];
    private readonly List<(int First, ExportRange Range)> _ranges = [];
    private readonly Func<ExportRange, Candidate, (string Question, string Answer)> _read;

    /// <summary>Gathers candidates from the ranges.</summary>
    /// <param name="ranges">The ranges in order.</param>
    /// <param name="listOf">Which candidates.</param>
    /// <param name="read">Reads the texts of one.</param>
    public CandidateSet(
        IReadOnlyList<ExportRange> ranges,
        Func<ExportRange, CandidateList> listOf,
        Func<ExportRange, Candidate, (string Question, string Answer)> read
    )
    {
        _read = read;
        _candidates.Capacity = ranges.Sum(r => listOf(r).Count);
        foreach (var range in ranges)
        {
            var list = listOf(range);
            _ranges.Add((_candidates.Count, range));
            list.CopyTo(_candidates, Fingerprints);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _candidates.Count;

    /// <summary>Their fingerprints.</summary>
    public FingerprintList Fingerprints { get; } = new();

    /// <summary>A candidate.</summary>
    public Candidate this[int index] => _candidates[index];

    /// <summary>The texts of a candidate, from disk.</summary>
    public (string Question, string Answer) TextOf(int index) => _read(_ranges.FindLast(r => r.First <= index).Range, _candidates[index]);
}
