namespace Cosecha.Catalog;

/// <summary>What stands between the two numbers of a size.</summary>
internal enum SeparatorKind : byte
{
    None,
    Slash,
    Dash,
    Cross,
    Word,
    Space,
}
