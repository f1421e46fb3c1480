namespace Cosecha.Catalog;

/// <summary>A run of letters, a run of digits, one other character, or a placeholder.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Kind">Which of the three.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="Word">Its number in the vocabulary; 0 when the catalog does not use it.</param>
/// <param name="Value">The number that its digits make, -1 when there are too many; the character of a symbol.</param>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, Gap Gap, int Word, long Value)
{
    public int End => Start + Length;

    public bool IsSymbol(char symbol) => Kind == TokenKind.Symbol && Value == symbol;
}
