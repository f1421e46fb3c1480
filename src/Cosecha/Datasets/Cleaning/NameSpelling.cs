using Cosecha.Catalog;

namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Mends the names of the business that the reader's own tolerance leaves: one slip anywhere in a word of at least five letters (Quingdao, contenedro, boxs).
/// A word that is as near to two names is left alone, lest one name passes for the other.
/// </summary>
internal sealed class NameSpelling
{
    private const int Shortest = 5;

    private readonly Dictionary<string, string[]> _byGap;
    private readonly Func<string, string> _stem;

    public NameSpelling(DomainCatalog catalog, Func<string, string> stem)
    {
        _stem = stem;
        var words = Phrases(catalog)
            .SelectMany(phrase => Folding.Fold(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length >= Shortest && word.All(char.IsLetter))
            .Distinct();
        _byGap = words
            .SelectMany(word => Gaps(word).Append(word).Select(gap => (gap, word)))
            .GroupBy(pair => pair.gap, pair => pair.word)
            .ToDictionary(group => group.Key, group => group.Distinct().Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The name's word that is meant; null when none is near, or two are.</summary>
    /// <param name="letters">A folded word that the catalog does not have.</param>
    public string? Mend(string letters)
    {
        if (letters.Length < Shortest - 1)
        {
            return null;
        }

        var near = Gaps(letters)
            .Append(letters)
            .SelectMany(gap => _byGap.GetValueOrDefault(gap) ?? [])
            .Where(word => EditDistance.Of(letters, word, 1) <= 1)
            .Order(StringComparer.Ordinal)
            .ToList();
        return near.Count > 0 && near.TrueForAll(word => _stem(word) == _stem(near[0])) ? near[0] : null;
    }

    private static IEnumerable<string> Gaps(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    private static IEnumerable<string> Phrases(DomainCatalog catalog) =>
        [
            .. catalog.Products.Products.SelectMany(p => p.Forms),
            .. catalog.Products.Families.SelectMany(f => f.Forms.Concat(f.Variants.SelectMany(v => v.Words))),
            .. catalog.Products.TradeWords,
            .. catalog.Units.Units.SelectMany(u => u.Forms),
            .. catalog.Glazing.Words,
            .. catalog.Languages.SelectMany(l => l.Months.Concat(l.Weekdays)),
            .. Names(catalog.Places.Cities),
            .. Names(catalog.Places.Countries),
            .. Names(catalog.Places.Regions),
        ];

    private static IEnumerable<string> Names(IEnumerable<Place> places) => places.SelectMany(p => (p.Forms ?? []).Append(p.Name));
}
