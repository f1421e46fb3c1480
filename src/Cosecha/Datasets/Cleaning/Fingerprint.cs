using System.Runtime.CompilerServices;

namespace Cosecha.Datasets.Cleaning;

/// <summary>What a search for duplicates must know of an example: 112 bytes, and no text.</summary>
public struct Fingerprint
{
    /// <summary>A hash of the facts: only examples with the same can be duplicates.</summary>
    internal ulong Facts;

    /// <summary>A hash of the other words in their canonical form: with the same facts and the same words, examples are duplicates.</summary>
    internal ulong Words;

    /// <summary>A hash of the normal form, see <see cref="NormalText"/>.</summary>
    internal ulong Exact;

    /// <summary>The question's words, see <see cref="WordBag"/>.</summary>
    internal ulong Question;

    /// <summary>The answer's words.</summary>
    internal ulong Answer;

    /// <summary>How many letters the question's words have, at most 255.</summary>
    internal byte QuestionLength;

    /// <summary>How many letters the answer's words have, at most 255.</summary>
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
