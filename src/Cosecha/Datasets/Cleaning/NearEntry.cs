using System.Runtime.CompilerServices;

namespace Cosecha.Datasets.Cleaning;

/// <summary>What is kept of an example: about a hundred bytes, and no text.</summary>
internal struct NearEntry
{
    /// <summary>The caller's key.</summary>
    public long Key;

    /// <summary>A hash of the facts: only examples with the same can be duplicates.</summary>
    public ulong Facts;

    /// <summary>A hash of the normal form.</summary>
    public UInt128 Exact;

    /// <summary>How many letters the question has without fillers, at most 255.</summary>
    public byte QuestionLength;

    /// <summary>How many letters the answer has without fillers, at most 255.</summary>
    public byte AnswerLength;

    /// <summary>See <see cref="MinHash"/>.</summary>
    public Signature Entries;

    /// <summary>The entries of a signature, in place.</summary>
    [InlineArray(MinHash.Length)]
    public struct Signature
    {
        private ushort _first;
    }
}
