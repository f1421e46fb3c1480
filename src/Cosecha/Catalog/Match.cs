namespace Cosecha.Catalog;

/// <summary>A phrase of the catalog found in a text.</summary>
/// <param name="First">Its first token.</param>
/// <param name="Count">How many tokens it spans.</param>
/// <param name="Entry">What it means there.</param>
internal readonly record struct Match(int First, int Count, LexiconEntry Entry)
{
    public int Next => First + Count;
}
