using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Tells the language by its frequent words.</summary>
internal static class LanguageRules
{
    /// <summary>ISO 639-1 code; null when no frequent word tells.</summary>
    public static string? Detect(TokenizedText text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.Is(i, Mark.LanguageWord))
            {
                continue;
            }

            foreach (var match in text.At(i))
            {
                if (match.Entry is { Mark: Mark.LanguageWord, Value: { } code })
                {
                    counts[code] = counts.GetValueOrDefault(code) + 1;
                }
            }
        }

        return counts.Count == 0 ? null : counts.MaxBy(c => c.Value).Key;
    }
}
