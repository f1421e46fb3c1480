using System.Runtime.InteropServices;

namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// MinHash signatures of short texts (Broder 1997): the share of equal entries estimates the share of common shingles. Shingles are taken within
/// words, so that word order costs little: three letters of the longer ones, the short ones with each letter left out, so that a slip in "hola" leaves some.
/// </summary>
internal static class MinHash
{
    /// <summary>Entries for the question.</summary>
    public const int Question = 24;

    /// <summary>Entries for the answer; fewer, because an answer is often a template that many share and tells little.</summary>
    public const int Answer = 8;

    public const int Length = Question + Answer;

    private const int ShortWord = 5;
    private const int Shingle = 3;
    private const ulong Odd = 0x9E3779B97F4A7C15;

    /// <summary>Writes the signature of an example.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="signature">Room for <see cref="Length"/> entries.</param>
    public static void Write(TextForm question, TextForm answer, Span<ushort> signature)
    {
        Write(question, signature[..Question]);
        Write(answer, signature[Question..]);
    }

    /// <summary>How many entries of two stretches are equal.</summary>
    public static int Equal(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        var equal = 0;
        for (var i = 0; i < a.Length; i++)
        {
            equal += a[i] == b[i] ? 1 : 0;
        }

        return equal;
    }

    /// <summary>A hash of letters.</summary>
    public static ulong Hash(ReadOnlySpan<char> letters)
    {
        var hash = Odd;
        foreach (var c in letters)
        {
            hash = Mix(hash ^ c);
        }

        return hash;
    }

    private static void Write(TextForm text, Span<ushort> signature)
    {
        var shingles = new List<ulong>();
        foreach (var word in WordBag.Words(text))
        {
            AddShingles(word.Key, shingles);
        }

        for (var i = 0; i < signature.Length; i++)
        {
            var least = ulong.MaxValue;
            var seed = (ulong)(i + 1) * Odd;
            foreach (var shingle in CollectionsMarshal.AsSpan(shingles))
            {
                least = Math.Min(least, (shingle ^ seed) * 0xD6E8FEB86659FD93);
            }

            signature[i] = (ushort)(least >> 40);
        }
    }

    private static void AddShingles(string word, List<ulong> shingles)
    {
        Span<char> buffer = stackalloc char[ShortWord];
        if (word.Length <= ShortWord)
        {
            for (var gap = 0; gap < word.Length; gap++)
            {
                word.AsSpan(0, gap).CopyTo(buffer);
                word.AsSpan(gap + 1).CopyTo(buffer[gap..]);
                shingles.Add(Hash(buffer[..(word.Length - 1)]));
            }
        }
        else
        {
            for (var i = 0; i + Shingle <= word.Length; i++)
            {
                shingles.Add(Hash(word.AsSpan(i, Shingle)));
            }
        }

        // Swapped letters leave this one as it is.
        var sorted = word.ToCharArray();
        Array.Sort(sorted);
        shingles.Add(~Hash(sorted));
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * Odd;
        return value ^ (value >> 29);
    }
}
