namespace Cosecha.Anonymization.Text;

/// <summary>One token of a message.</summary>
internal struct Token
{
    /// <summary>Where it starts, in UTF-16 code units.</summary>
    public int Start;

    /// <summary>How long it is, in UTF-16 code units.</summary>
    public int Length;

    /// <summary>What it is made of.</summary>
    public TokenKind Kind;

    /// <summary>White space stands before it, or it is the first.</summary>
    public bool SpaceBefore;

    /// <summary>A line break stands before it, or it is the first.</summary>
    public bool LineBefore;

    /// <summary>How its letters are cased.</summary>
    public LetterCase Case;

    /// <summary>What already covers it: see <see cref="TokenCover"/>.</summary>
    public TokenCover Cover;

    /// <summary>The lists that hold it.</summary>
    public WordFlags Flags;

    /// <summary>Hash of its folded form (lower case, no accents).</summary>
    public ulong Hash;

    /// <summary>Where it ends, exclusive.</summary>
    public readonly int End => Start + Length;

    /// <summary>Whether one of the lists holds it.</summary>
    public readonly bool Is(WordFlags flags) => (Flags & flags) != 0;
}
