using System.Text;
using Cosecha.Catalog;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Writes out what is short ("q", "cont.") and mends the names of the business, so that the reader sees what is meant.</summary>
internal sealed class FormMender(FormVocabulary vocabulary)
{
    private const int LongestMixed = 3;

    /// <summary>The mended text; the same string when there is nothing to mend.</summary>
    public string Mend(DomainText read)
    {
        var text = read.Tokens;
        var taken = Taken(read);
        StringBuilder? mended = null;
        var copied = 0;
        for (var i = 0; i < text.Count; i++)
        {
            if (taken[i] || (FindMixed(text, taken, i, out var last) ?? Find(text, taken, i, out last)) is not { } word)
            {
                continue;
            }

            mended ??= new StringBuilder(text.Text.Length + 32);
            mended.Append(text.Text, copied, text.Tokens[i].Start - copied).Append(word);
            i = text.IsSymbol(last + 1, '.') && text.IsJoined(last + 1) ? last + 1 : last;
            copied = text.Tokens[i].End;
        }

        return mended?.Append(text.Text, copied, text.Text.Length - copied).ToString() ?? text.Text;
    }

    private string? Find(TokenizedText text, bool[] taken, int token, out int last)
    {
        last = token;
        if (!text.IsWord(token))
        {
            return null;
        }

        var letters = FormText.LettersOf(text, token);
        Span<int> words = stackalloc int[vocabulary.MayBeginShortened(letters) ? FormText.LongestPhrase : 1];
        var count = 0;
        for (var i = token; i >= 0 && count < words.Length && !taken[i]; i = FormText.NextWord(text, i))
        {
            words[count++] = i;
        }

        for (; count > 1; count--)
        {
            last = words[count - 1];
            if (vocabulary.LongFormOf(FormText.PhraseOf(text, words[..count])) is { } longForm)
            {
                return longForm;
            }
        }

        last = token;
        if (letters.Length == 1)
        {
            return IsAlone(text, token) ? vocabulary.LongFormOf(letters) : null;
        }

        return vocabulary.LongFormOf(letters)
            ?? (text.Tokens[token].Word == 0 && !vocabulary.IsOrdinary(letters) ? Respell(letters) : null);
    }

    private string? Respell(string letters) =>
        vocabulary.Names.Mend(letters) is { } name ? vocabulary.LongFormOf(name) ?? name : vocabulary.Split(letters);

    // "1era" and "l8r" are three tokens at most, with a digit among them.
    private string? FindMixed(TokenizedText text, bool[] taken, int token, out int last)
    {
        last = token;
        while (text.IsJoined(last + 1) && !taken[last + 1] && (text.IsWord(last + 1) || text.IsDigits(last + 1)))
        {
            last++;
        }

        var digits = text.IsDigits(token) || text.IsDigits(token + 1);
        var alone = token == 0 || !text.IsJoined(token);
        return digits && alone && last > token && last - token < LongestMixed
            ? vocabulary.LongFormOf(Folding.Fold(text.Text[text.Tokens[token].Start..text.Tokens[last].End]))
            : null;
    }

    // The D of P&D and the x of 5x2 stand for nothing else.
    private static bool IsAlone(TokenizedText text, int token) =>
        (token == 0 || !text.IsJoined(token))
        && !(text.IsDigits(token - 1) && text.IsDigits(token + 1))
        && !(text.IsJoined(token + 1) && text.IsSymbol(token + 1, '&'));

    private static bool[] Taken(DomainText read)
    {
        var taken = new bool[read.Tokens.Count];
        foreach (var found in read.Found.Where(f => FactReader.IsWhole(f) || f.Kind is DomainKind.Document or DomainKind.Packing))
        {
            Array.Fill(taken, true, found.First, found.Next - found.First);
        }

        return taken;
    }
}
