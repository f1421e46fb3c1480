namespace Cosecha.Catalog;

/// <summary>Reads what stands between the two numbers of a size.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Next">The token of the second number.</param>
internal readonly record struct SizeSeparator(SeparatorKind Kind, int Next)
{
    public static SizeSeparator Read(TokenizedText text, int token, bool inWords)
    {
        if (!text.SameLine(token))
        {
            return default;
        }

        if (text.IsSymbol(token, '/') || text.IsSymbol(token, '\\') || text.IsSymbol(token, '|'))
        {
            return new(SeparatorKind.Slash, token + 1);
        }

        if (text.IsSymbol(token, '-') || text.IsSymbol(token, '_'))
        {
            return IsSpaced(text, token) ? default : new(SeparatorKind.Dash, token + 1);
        }

        if (text.IsSymbol(token, '*') || IsLetterX(text, token))
        {
            return new(SeparatorKind.Cross, token + 1);
        }

        if (text.IsDigits(token) || (inWords && text.Is(token, Mark.Number)))
        {
            return text.Tokens[token].Gap == Gap.Space ? new(SeparatorKind.Space, token) : default;
        }

        return text.TryMatch(token, Mark.Range, out var word) ? new(SeparatorKind.Word, word.Next) : default;
    }

    public static bool IsLetterX(TokenizedText text, int token) =>
        text.IsWord(token) && text.Tokens[token].Length == 1 && text.Text[text.Tokens[token].Start] is 'x' or 'X';

    // "41/50 - 9.26": with a space on one side only, or on both, the dash may separate two things; sizes of the catalog allow it.
    private static bool IsSpaced(TokenizedText text, int token) => text.IsJoined(token) != text.IsJoined(token + 1);
}
