namespace Cosecha.Datasets.Cleaning;

/// <summary>
/// Judges whether two texts differ in form only: equal facts, and words that are the same, slips of the fingers for each other, written together or
/// apart, or fillers. Which text comes first makes no difference.
/// </summary>
internal sealed class FormComparison(FormVocabulary vocabulary)
{
    /// <summary>How many words may be slips.</summary>
    /// <param name="words">How many the longer text has, without fillers.</param>
    public static int MostSlips(int words) => 1 + (2 * words / 3);

    /// <summary>Judges two texts.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another.</param>
    /// <param name="careless">Whether slips were seen in what belongs to the texts; set when they are seen here.</param>
    public bool AreSame(TextForm a, TextForm b, ref bool careless)
    {
        if (a.Facts != b.Facts)
        {
            return false;
        }

        var words =
            Compare(a.Words, b.Words) <= 0 ? new WordPairs(a.Words, b.Words, vocabulary) : new WordPairs(b.Words, a.Words, vocabulary);
        var content = Math.Max(a.Words.Count(w => !w.Filler), b.Words.Count(w => !w.Filler));
        return words.TryMatch(MostSlips(content), withFillers: a.Facts.Length == 0 && content == 0, ref careless)
            && (words.AreInOrder() || !(a.IsOrdered || b.IsOrdered));
    }

    private static int Compare(FormWord[] a, FormWord[] b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (string.CompareOrdinal(a[i].Letters, b[i].Letters) is var order and not 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }
}
