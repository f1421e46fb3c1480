namespace Cosecha.Catalog;

/// <summary>A number as it stands in a text.</summary>
/// <param name="Value">What it amounts to.</param>
/// <param name="Next">The token after it.</param>
/// <param name="Decimals">Digits after the decimal sign; 0 where there is none.</param>
/// <param name="InWords">Whether it is written in words.</param>
/// <param name="Grouped">Whether it has both thousands and decimals, as sums of money have.</param>
internal readonly record struct ParsedNumber(double Value, int Next, int Decimals = 0, bool InWords = false, bool Grouped = false)
{
    /// <summary>Whether it may just be the article: <c>un</c>, <c>una</c>, <c>one</c>.</summary>
    public bool IsArticle => InWords && Value == 1;
}
