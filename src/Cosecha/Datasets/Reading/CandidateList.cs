using System.Runtime.InteropServices;
using Cosecha.Datasets.Cleaning;

namespace Cosecha.Datasets.Reading;

/// <summary>Candidates of one range. Their fingerprints, the larger part, wait on local disk until they are needed.</summary>
internal sealed class CandidateList : IDisposable
{
    private readonly List<Candidate> _candidates = [];
    private readonly FileStream _fingerprints = TemporaryFile.Open();

    /// <summary>The candidates, in order.</summary>
    public IReadOnlyList<Candidate> Candidates => _candidates;

    /// <summary>Adds one.</summary>
    public void Add(Candidate candidate, Fingerprint fingerprint)
    {
        _candidates.Add(candidate);
        _fingerprints.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Fingerprint>(in fingerprint)));
    }

    /// <summary>Gives back the room for more.</summary>
    public void Trim() => _candidates.TrimExcess();

    /// <summary>Moves all out.</summary>
    public void MoveTo(List<Candidate> candidates, FingerprintList fingerprints)
    {
        candidates.AddRange(_candidates);
        _fingerprints.Position = 0;
        Fingerprint fingerprint = default;
        for (var i = 0; i < _candidates.Count; i++)
        {
            _fingerprints.ReadExactly(MemoryMarshal.AsBytes(new Span<Fingerprint>(ref fingerprint)));
            fingerprints.Add(fingerprint);
        }

        _candidates.Clear();
        _candidates.TrimExcess();
    }

    /// <inheritdoc />
    public void Dispose() => _fingerprints.Dispose();
}
