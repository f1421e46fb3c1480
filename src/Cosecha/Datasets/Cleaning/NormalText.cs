using System.Globalization;
using System.Text;

namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// The normal form of a text, in which exact duplicates are equal: composed (NFC), lower case, without accents, punctuation and emoji, one space
/// between words. Digits stay, and so do the signs that tell one number from another: 2,5 is not 25, but 15.000, 15,000 and 15000 are one.
/// </summary>
public static class NormalText
{
    private const string Kept = "%€£$&";
    private const string Inner = "/:-.";

    /// <summary>Brings a text into its normal form. The normal form of a normal form is itself.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = Compose(text);
        var normal = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; )
        {
            if (char.IsAsciiDigit(source[i]))
            {
                i = NumberForm.Write(source, i, normal);
            }
            else
            {
                Write(source, i++, normal);
            }
        }

        while (normal.Length > 0 && normal[^1] == ' ')
        {
            normal.Length--;
        }

        return normal.ToString();
    }

    // Compatibility forms (full width, superscripts, fractions) are what some keyboards make of the same key.
    private static string Compose(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString().Normalize(NormalizationForm.FormC);
    }

    // Half of a surrogate pair cannot be normalized.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }

    private static void Write(string source, int i, StringBuilder normal)
    {
        var c = source[i];
        if (char.IsLetterOrDigit(c) || Kept.Contains(c, StringComparison.Ordinal) || IsInner(source, i))
        {
            normal.Append(c);
        }
        else if (normal.Length > 0 && normal[^1] != ' ')
        {
            normal.Append(' ');
        }
    }

    // Between two digits, or the minus before one.
    private static bool IsInner(string source, int i)
    {
        var digitAfter = i + 1 < source.Length && char.IsAsciiDigit(source[i + 1]);
        var digitBefore = i > 0 && char.IsAsciiDigit(source[i - 1]);
        return digitAfter
            && (
                (digitBefore && Inner.Contains(source[i], StringComparison.Ordinal))
                || (source[i] == '-' && (i == 0 || source[i - 1] == ' '))
            );
    }
}
