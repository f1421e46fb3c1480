using Cosecha.Datasets.Cleaning;

namespace Cosecha.Datasets.Reading;

/// <summary>Candidates of one range with their fingerprints.</summary>
internal sealed class CandidateList
{
    private readonly List<Candidate> _candidates = [];
    private FingerprintList _fingerprints = new();

    /// <summary>The candidates, in order.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>Adds one.</summary>
    public void Add(Candidate candidate, in Fingerprint fingerprint)
    {
        _candidates.Add(candidate);
        _fingerprints.Add(fingerprint);
    }

    /// <summary>Hands the fingerprints over: they are most of the memory.</summary>
    public void MoveTo(FingerprintList target)
    {
        target.AddAll(_fingerprints);
        _fingerprints = new();
        _candidates.Clear();
        _candidates.TrimExcess();
    }
}
