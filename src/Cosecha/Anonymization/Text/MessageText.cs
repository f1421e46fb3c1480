using Cosecha.Catalog;

namespace Cosecha.Anonymization.Text;

/// <summary>
/// A message while it is read: its text, its tokens, the stretches of the business in it. One instance is used again and
/// again by one thread, so that a message costs no allocation for them.
/// </summary>
internal sealed class MessageText
{
    private Token[] _tokens = new Token[256];

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>The stretches of the business, in order of position.</summary>
    public IReadOnlyList<DomainSpan> Domain { get; private set; } = [];

    /// <summary>All lists that hold any word of the message.</summary>
    public WordFlags AnyFlags { get; private set; }

    /// <summary>The tokens in order.</summary>
    public Span<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>How often a token was looked at since the thread began; counted in debug builds only, as a measure of work for tests.</summary>
    public long Looks { get; private set; }

    /// <summary>A token by its place; one outside is an empty mark, so that looking around needs no bounds.</summary>
    public ref readonly Token At(int index)
    {
        CountLook();
        if ((uint)index < (uint)Count)
        {
            return ref _tokens[index];
        }

        return ref s_none[0];
    }

    /// <summary>The token's characters.</summary>
    public ReadOnlySpan<char> Chars(int index)
    {
        ref readonly var token = ref At(index);
        return Text.AsSpan(token.Start, token.Length);
    }

    /// <summary>The single character of a mark; NUL for any other token.</summary>
    public char Mark(int index)
    {
        ref readonly var token = ref At(index);
        return token.Kind == TokenKind.Mark && token.Length == 1 ? Text[token.Start] : '\0';
    }

    /// <summary>Starts a message.</summary>
    public void Reset(string text, IReadOnlyList<DomainSpan> domain)
    {
        (Text, Domain, Count, AnyFlags) = (text, domain, 0, WordFlags.None);
    }

    /// <summary>Adds the next token.</summary>
    public void Add(in Token token)
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, Count * 2);
        }

        _tokens[Count++] = token;
        AnyFlags |= token.Flags;
    }

    [System.Diagnostics.Conditional("DEBUG")]
    private void CountLook() => Looks++;

    /// <summary>Marks the tokens between two positions, looking from token <paramref name="from"/> on; returns the token after them.</summary>
    public int Cover(int from, int start, int end, TokenCover cover)
    {
        var tokens = Tokens;
        var next = from;
        while (next < tokens.Length && tokens[next].End <= start)
        {
            next++;
        }

        for (; next < tokens.Length && tokens[next].Start < end; next++)
        {
            tokens[next].Cover = cover;
        }

        return next;
    }

    private static readonly Token[] s_none =
    [
        new()
        {
            Kind = TokenKind.Mark,
            LineBefore = true,
            SpaceBefore = true,
        },
    ];
}
