namespace Cosecha.Catalog;

/// <summary>A text with its tokens and all phrases of the catalog in it.</summary>
internal sealed class TokenizedText
{
    private readonly Match[] _matches;
    private readonly int[] _firsts;
    private readonly ulong[] _starts;
    private readonly ulong[] _ends;
    private readonly ulong _all;

    public TokenizedText(string text, Token[] tokens, Match[] matches, int[] firsts)
    {
        (Text, Tokens, _matches, _firsts) = (text, tokens, matches, firsts);
        _starts = new ulong[tokens.Length];
        _ends = new ulong[tokens.Length];
        foreach (var match in matches)
        {
            var bit = 1UL << (int)match.Entry.Mark;
            _all |= bit;
            _starts[match.First] |= bit;
            _ends[match.Next - 1] |= bit;
        }
    }

    public string Text { get; }

    public Token[] Tokens { get; }

    public int Count => Tokens.Length;

    /// <summary>Whether a phrase of this mark starts at the token.</summary>
    public bool Is(int token, Mark mark) => (uint)token < (uint)_starts.Length && (_starts[token] & (1UL << (int)mark)) != 0;

    /// <summary>Whether a phrase of this mark ends with the token.</summary>
    public bool Ends(int token, Mark mark) => (uint)token < (uint)_ends.Length && (_ends[token] & (1UL << (int)mark)) != 0;

    /// <summary>Whether a phrase of this mark is anywhere in the text.</summary>
    public bool Has(Mark mark) => (_all & (1UL << (int)mark)) != 0;

    /// <summary>Whether the catalog knows a phrase that starts at the token.</summary>
    public bool IsKnown(int token) => _starts[token] != 0;

    /// <summary>The phrases that start at the token, shortest first.</summary>
    public ReadOnlySpan<Match> At(int token) => _matches.AsSpan(_firsts[token], _firsts[token + 1] - _firsts[token]);

    /// <summary>The longest phrase of the mark that starts at the token.</summary>
    public bool TryMatch(int token, Mark mark, out Match match)
    {
        if (Is(token, mark))
        {
            var candidates = At(token);
            for (var i = candidates.Length - 1; i >= 0; i--)
            {
                if (candidates[i].Entry.Mark == mark)
                {
                    match = candidates[i];
                    return true;
                }
            }
        }

        match = default;
        return false;
    }

    public bool IsSymbol(int token, char symbol) => (uint)token < (uint)Tokens.Length && Tokens[token].IsSymbol(symbol);

    public bool IsDigits(int token) => (uint)token < (uint)Tokens.Length && Tokens[token].Kind == TokenKind.Digits;

    public bool IsWord(int token) => (uint)token < (uint)Tokens.Length && Tokens[token].Kind == TokenKind.Word;

    /// <summary>Whether the token follows the one before it without a space.</summary>
    public bool IsJoined(int token) => (uint)token < (uint)Tokens.Length && Tokens[token].Gap == Gap.None;

    /// <summary>Whether the token is there and no line break stands before it.</summary>
    public bool SameLine(int token) => (uint)token < (uint)Tokens.Length && Tokens[token].Gap != Gap.Line;
}
