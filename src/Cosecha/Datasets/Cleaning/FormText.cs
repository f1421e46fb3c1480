using System.Text;
using Cosecha.Catalog;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Reads the tokens of a text as words and phrases.</summary>
internal static class FormText
{
    /// <summary>The most words that a phrase has.</summary>
    public const int LongestPhrase = 4;

    private const string Joiners = "'-./";
    private const int LongestRepeat = 2;

    /// <summary>The word's letters, lower case and without accents.</summary>
    public static string LettersOf(TokenizedText text, int token)
    {
        var word = text.Text.AsSpan(text.Tokens[token].Start, text.Tokens[token].Length);
        Span<char> folded = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (!Folding.IsAccent(c))
            {
                folded[length++] = Folding.Fold(c);
            }
        }

        return folded[..length].ToString();
    }

    /// <summary>The letters of words, joined by spaces.</summary>
    public static string PhraseOf(TokenizedText text, ReadOnlySpan<int> words)
    {
        var phrase = new StringBuilder();
        foreach (var word in words)
        {
            phrase.Append(phrase.Length == 0 ? "" : " ").Append(LettersOf(text, word));
        }

        return phrase.ToString();
    }

    /// <summary>The token of the next word of a phrase, which may be joined by an apostrophe or the like; -1 when the phrase ends.</summary>
    public static int NextWord(TokenizedText text, int token)
    {
        var next = token + 1;
        if (next < text.Count && text.Tokens[next].Kind == TokenKind.Symbol)
        {
            var joined = text.IsJoined(next) && Joiners.Contains((char)text.Tokens[next].Value, StringComparison.Ordinal);
            next = joined && text.IsJoined(next + 1) ? next + 1 : -1;
        }

        return next >= 0 && text.IsWord(next) && text.SameLine(next) ? next : -1;
    }

    /// <summary>Takes letters that are drawn out ("holaaa", "nooo") back to one. A word of one letter only may be a Roman number, and stays.</summary>
    public static string Shorten(string text)
    {
        var start = FindRepeat(text);
        if (start < 0)
        {
            return text;
        }

        var shorter = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            var end = EndOfRun(text, i);
            var drawn = end - i > LongestRepeat && char.IsLetter(text[i]) && !IsWholeWord(text, i, end);
            shorter.Append(text, i, drawn ? 1 : end - i);
            i = end;
        }

        return shorter.ToString();
    }

    private static int FindRepeat(string text)
    {
        for (var i = LongestRepeat; i < text.Length; i++)
        {
            if (text[i] == text[i - 1] && text[i] == text[i - 2] && char.IsLetter(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int EndOfRun(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }

        return end;
    }

    private static bool IsWholeWord(string text, int start, int end) =>
        (start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end]));
}
