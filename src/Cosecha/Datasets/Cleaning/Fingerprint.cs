using System.Runtime.CompilerServices;

namespace Cosecha.Datasets.Cleaning;

/// <summary>What is kept of a text, or of a question with its answer, to find what is like it: about a hundred bytes, and no text.</summary>
public struct Fingerprint
{
    /// <summary>A hash of the facts: only texts with the same can be duplicates.</summary>
    internal ulong Facts;

    /// <summary>A hash of the normal form.</summary>
    internal UInt128 Exact;

    /// <summary>How many letters the question has without fillers, at most 255.</summary>
    internal byte QuestionLength;

    /// <summary>How many letters the answer has without fillers, at most 255.</summary>
    internal byte AnswerLength;

    /// <summary>See <see cref="MinHash"/>.</summary>
    internal Signature Entries;

    /// <summary>The entries of a signature, in place.</summary>
    [InlineArray(MinHash.Length)]
    internal struct Signature
    {
        private ushort _first;
    }
}
