using System.Globalization;
using System.Text;

namespace Cosecha.Catalog;

/// <summary>Lower case without accents, one character for one character.</summary>
internal static class Folding
{
    private const int TableSize = 0x250;
    private static readonly char[] Table = BuildTable();

    public static char Fold(char c)
    {
        if (c < TableSize)
        {
            return Table[c];
        }

        // Full-width forms, as some keyboards type them.
        return c is >= '\uFF01' and <= '\uFF5E' ? Table[c - 0xFEE0] : char.ToLowerInvariant(c);
    }

    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Fold(source[i]);
                }
            }
        );

    /// <summary>Whether the character only adds an accent to the one before it.</summary>
    public static bool IsAccent(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static char[] BuildTable()
    {
        var table = new char[TableSize];
        for (var c = 0; c < TableSize; c++)
        {
            var letters = ((char)c).ToString().Normalize(NormalizationForm.FormD);
            table[c] = char.ToLowerInvariant(letters[0]);
        }

        return table;
    }
}
