using System.Numerics;

namespace Cosecha.Datasets.Cleaning;

/// <summary>The words of a text that need a partner, without their letters: what is equal says yes, what is too far apart says no, without a text.</summary>
internal static class WordBag
{
    // Words written together in one text stand alone in both, and a filler may be a partner.
    private const int Slack = 1;

    /// <summary>The words in canonical form: equal strings and equal facts are judged the same.</summary>
    public static string Describe(TextForm text)
    {
        var words = Words(text).Select(w => w.Negated ? "!" + w.Key : w.Key);
        return (text.IsOrdered ? ">" : "") + string.Join(' ', text.IsOrdered ? words : words.Order(StringComparer.Ordinal));
    }

    /// <summary>One bit of 64 for each word.</summary>
    public static ulong Of(TextForm text)
    {
        var bag = 0UL;
        foreach (var word in Words(text))
        {
            bag |= 1UL << (int)(MinHash.Hash(word.Key) & 63);
        }

        return bag;
    }

    /// <summary>How many letters the words have, at most 255.</summary>
    public static byte LengthOf(TextForm text) => (byte)Math.Min(byte.MaxValue, Words(text).Sum(word => word.Key.Length));

    /// <summary>Whether so few words stand alone on either side that all can be slips.</summary>
    public static bool CanBeSame(ulong a, ulong b)
    {
        var most = FormComparison.MostSlips(Math.Max(BitOperations.PopCount(a), BitOperations.PopCount(b))) + Slack;
        return BitOperations.PopCount(a & ~b) <= most && BitOperations.PopCount(b & ~a) <= most;
    }

    /// <summary>The words that are compared: fillers only where a text has nothing else.</summary>
    public static IEnumerable<FormWord> Words(TextForm text)
    {
        var withFillers = text.Facts.Length == 0 && text.Words.All(w => w.Filler);
        return text.Words.Where(w => withFillers || !w.Filler);
    }
}
