using System.Globalization;
using System.Text;

namespace Cosecha.Anonymization.Text;

/// <summary>Lower case without accents, one character at a time, so that a word is folded without a copy.</summary>
internal static class Folding
{
    /// <summary>The neutral start of a hash (FNV-1a, 64 bit).</summary>
    public const ulong Seed = 14695981039346656037;

    private static readonly char[] s_table = BuildTable();

    /// <summary>The folded character; NUL for a combining mark, which folds away.</summary>
    public static char Fold(char c)
    {
        if (c < s_table.Length)
        {
            return s_table[c];
        }

        return IsCombining(c) ? '\0' : char.ToLowerInvariant(c);
    }

    /// <summary>Whether the character is a mark that belongs to the letter before it.</summary>
    public static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F' or '\u200D' or '\uFE0E' or '\uFE0F';

    /// <summary>Takes a character into a hash.</summary>
    public static ulong Mix(ulong hash, char c)
    {
        var folded = Fold(c);
        return folded == '\0' ? hash : (hash ^ folded) * 1099511628211;
    }

    /// <summary>The hash of the folded text.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text)
        {
            hash = Mix(hash, c);
        }

        return hash;
    }

    /// <summary>A copy of the folded text.</summary>
    public static string FoldAll(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Fold(c) is var f and not '\0')
            {
                folded.Append(f);
            }
        }

        return folded.ToString();
    }

    private static char[] BuildTable()
    {
        var table = new char[0x250];
        for (var i = 0; i < table.Length; i++)
        {
            var plain = ((char)i).ToString().Normalize(NormalizationForm.FormD)[0];
            table[i] = char.ToLower(plain, CultureInfo.InvariantCulture);
        }

        return table;
    }
}
