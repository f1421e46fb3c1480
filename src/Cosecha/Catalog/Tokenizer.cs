namespace Cosecha.Catalog;

/// <summary>Cuts a text into tokens in one pass.</summary>
internal static class Tokenizer
{
    /// <summary>Gives a word its number, or 0.</summary>
    public delegate int WordLookup(ReadOnlySpan<char> folded);

    private const int LongestWord = 40;
    private const int LongestNumber = 18;

    // Used again by the thread's next text: the tokens are copied out at their right length.
    [ThreadStatic]
    private static List<Token>? t_tokens;

    public static Token[] Tokenize(string text, WordLookup lookup)
    {
        var tokens = t_tokens ??= new List<Token>(256);
        tokens.Clear();
        var gap = Gap.None;
        for (var i = 0; i < text.Length; )
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF')
            {
                gap = c is '\n' or '\r' || gap == Gap.Line ? Gap.Line : Gap.Space;
                i++;
                continue;
            }

            var token =
                char.IsLetter(c) ? Word(text, i, gap, lookup)
                : IsDigit(c) ? Digits(text, i, gap, lookup)
                : Symbol(text, i, gap, lookup);
            tokens.Add(token);
            i = token.End;
            gap = Gap.None;
        }

        return [.. tokens];
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(Folding.Fold(c));

    private static Token Word(string text, int start, Gap gap, WordLookup lookup)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = 0;
        var end = start;
        for (; end < text.Length && (char.IsLetter(text[end]) || Folding.IsAccent(text[end])); end++)
        {
            if (length < LongestWord && !Folding.IsAccent(text[end]))
            {
                folded[length++] = Folding.Fold(text[end]);
            }
        }

        return new(start, end - start, TokenKind.Word, gap, length < LongestWord ? lookup(folded[..length]) : 0, -1);
    }

    private static Token Digits(string text, int start, Gap gap, WordLookup lookup)
    {
        Span<char> folded = stackalloc char[LongestNumber];
        long value = 0;
        var end = start;
        for (; end < text.Length && IsDigit(text[end]); end++)
        {
            if (end - start < LongestNumber)
            {
                folded[end - start] = Folding.Fold(text[end]);
                value = (value * 10) + (folded[end - start] - '0');
            }
        }

        var length = end - start;
        return length <= LongestNumber
            ? new(start, length, TokenKind.Digits, gap, lookup(folded[..length]), value)
            : new(start, length, TokenKind.Digits, gap, 0, -1);
    }

    private static Token Symbol(string text, int start, Gap gap, WordLookup lookup)
    {
        if (Placeholder.Length(text, start) is > 0 and var length)
        {
            return new(start, length, TokenKind.Placeholder, gap, 0, -1);
        }

        var folded = Folding.Fold(text[start]) switch
        {
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            '\u2018' or '\u2019' or '\u00B4' or '`' or '\u2032' => '\'',
            '\u2044' or '\u2215' => '/',
            '\u00D7' => '*',
            var other => other,
        };
        return new(start, 1, TokenKind.Symbol, gap, lookup([folded]), folded);
    }
}
