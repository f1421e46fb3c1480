namespace Cosecha.Datasets.Reading;

/// <summary>All that an export read, in the order of users, conversations and times: the same however the ranges were cut.</summary>
internal sealed class ExportData(IReadOnlyList<ExportRange> ranges) : IDisposable
{
    /// <summary>Messages read.</summary>
    public int Messages => ranges.Sum(r => r.Messages);

    /// <summary>Conversations read.</summary>
    public int Conversations => ranges.Sum(r => r.Conversations);

    /// <summary>User messages that no standing consent covers.</summary>
    public int WithoutConsent => ranges.Sum(r => r.WithoutConsent);

    /// <summary>The ranges, in order.</summary>
    public IReadOnlyList<ExportRange> Ranges => ranges;

    /// <summary>Question and answer pairs, read into memory: most of what an export needs, free once they are cleaned.</summary>
    public CandidateSet ReadPairs() => new(ranges, r => r.Pairs, (r, c) => r.ReadPair(c));

    /// <summary>Labeled messages, likewise.</summary>
    public CandidateSet ReadLabeled() => new(ranges, r => r.Labeled, (r, c) => r.ReadLabeled(c));

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var range in ranges)
        {
            range.Dispose();
        }
    }
}
