namespace Cosecha.Catalog;

internal enum TokenKind : byte
{
    Word,
    Digits,
    Symbol,
    Placeholder,
}
