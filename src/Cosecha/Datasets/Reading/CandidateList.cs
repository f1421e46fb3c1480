using System.Runtime.InteropServices;
using Cosecha.Datasets.Cleaning;

namespace Cosecha.Datasets.Reading;

/// <summary>Candidates of one range with their fingerprints, on local disk until they are needed.</summary>
internal sealed class CandidateList : IDisposable
{
    private readonly FileStream _file = TemporaryFile.Open();

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(Candidate candidate, Fingerprint fingerprint)
    {
        _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Candidate>(in candidate)));
        _file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<Fingerprint>(in fingerprint)));
        Count++;
    }

    /// <summary>Reads all.</summary>
    public void CopyTo(List<Candidate> candidates, FingerprintList fingerprints)
    {
        var (candidate, fingerprint) = (default(Candidate), default(Fingerprint));
        _file.Position = 0;
        for (var i = 0; i < Count; i++)
        {
            _file.ReadExactly(MemoryMarshal.AsBytes(new Span<Candidate>(ref candidate)));
            _file.ReadExactly(MemoryMarshal.AsBytes(new Span<Fingerprint>(ref fingerprint)));
            candidates.Add(candidate);
            fingerprints.Add(fingerprint);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
