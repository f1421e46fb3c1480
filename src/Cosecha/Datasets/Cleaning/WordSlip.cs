namespace Cosecha.Datasets.Cleaning;

/// <summary>Tells a typing error or an abbreviation from another word.</summary>
internal static class WordSlip
{
    private const int Long = 8;
    private const int Medium = 4;
    private const int Short = 3;

    // Shorter words are often two words of the language that differ by a swap.
    private const int ShortestSwap = 6;
    private const int ShortestPrefix = 2;

    private const int LongestAcronym = 5;

    /// <summary>Whether one of the words is most likely a slip of the fingers, or short, for the other.</summary>
    public static bool IsSlip(FormWord a, FormWord b, FormVocabulary vocabulary)
    {
        if (AreAcronyms(a, b))
        {
            return false;
        }

        if (IsShortFor(a, b) || IsShortFor(b, a))
        {
            return true;
        }

        if (a.Known && b.Known)
        {
            // The catalog has common misspellings among its words.
            return a.Letters.Length >= ShortestSwap && IsSwapped(a.Letters, b.Letters);
        }

        if (vocabulary.AreOpposite(a.Letters, b.Letters))
        {
            return false;
        }

        var (shorter, longer) = (Math.Min(a.Letters.Length, b.Letters.Length), Math.Max(a.Letters.Length, b.Letters.Length));
        var sameStart = a.Letters[0] == b.Letters[0];
        if (shorter < Short || (longer == Short && a.Known == b.Known) || (shorter == Short && !sameStart))
        {
            return IsSwapped(a.Letters, b.Letters);
        }

        var limit = shorter >= Long && sameStart && (a.Known || b.Known) ? 2 : 1;
        return EditDistance.Of(a.Letters, b.Letters, limit) <= limit
            || (shorter >= Medium && EditDistance.Of(a.Key, b.Key, limit) <= limit && a.Key.Length >= Medium && b.Key.Length >= Medium);
    }

    /// <summary>Whether two words that both exist may still be a slip, of somebody who makes others.</summary>
    public static bool IsSlipOfKnown(FormWord a, FormWord b, FormVocabulary vocabulary) =>
        a.Letters[0] == b.Letters[0]
        && !AreAcronyms(a, b)
        && Math.Min(a.Letters.Length, b.Letters.Length) >= Medium
        && EditDistance.Of(a.Letters, b.Letters, 1) <= 1
        && !vocabulary.AreOpposite(a.Letters, b.Letters);

    /// <summary>Whether two words of one sound are spelled differently, and not only in their endings.</summary>
    public static bool IsMisspelled(FormWord a, FormWord b) =>
        a.Letters.Length == b.Letters.Length
            ? a.Letters != b.Letters
            : !a.Letters.StartsWith(b.Letters, StringComparison.Ordinal) && !b.Letters.StartsWith(a.Letters, StringComparison.Ordinal);

    // CFO is no slip for CEO.
    private static bool AreAcronyms(FormWord a, FormWord b) =>
        a.Capitals && b.Capitals && Math.Max(a.Letters.Length, b.Letters.Length) <= LongestAcronym;

    private static bool IsSwapped(string a, string b) =>
        a.Length == b.Length && EditDistance.Of(a, b, 1) <= 1 && a.Order().SequenceEqual(b.Order());

    // "temp." and "tmb": the beginning before a full stop, or the consonants.
    private static bool IsShortFor(FormWord shorter, FormWord whole)
    {
        if (
            shorter.Letters.Length < ShortestPrefix
            || shorter.Letters.Length >= whole.Letters.Length
            || shorter.Letters[0] != whole.Letters[0]
        )
        {
            return false;
        }

        return (
                (shorter.Shortened ? !shorter.Known || shorter.Letters.Length >= Short : !shorter.Known && shorter.Letters.Length >= Short)
                && whole.Letters.StartsWith(shorter.Letters, StringComparison.Ordinal)
            ) || (!shorter.Known && IsSkeleton(shorter.Letters, whole.Letters));
    }

    private static bool IsSkeleton(string consonants, string whole)
    {
        var next = 0;
        foreach (var c in whole)
        {
            next += next < consonants.Length && consonants[next] == c ? 1 : 0;
        }

        return next == consonants.Length && !consonants.Any(c => c is 'a' or 'e' or 'i' or 'o' or 'u');
    }
}
