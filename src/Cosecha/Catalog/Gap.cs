namespace Cosecha.Catalog;

/// <summary>What stands before a token.</summary>
internal enum Gap : byte
{
    None,
    Space,
    Line,
}
