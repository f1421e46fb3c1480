namespace Cosecha.Quality.Rules;

/// <summary>Words in capitals and square brackets are placeholders that the anonymizer writes, with or without a number.</summary>
internal sealed class PlaceholdersKnown : IQualityRule
{
    // DESIGN.md, section 4.
    private static readonly string[] Known =
    [
        "NAME",
        "PHONE",
        "EMAIL",
        "ADDRESS",
        "ID",
        "CARD",
        "ACCOUNT",
        "URL",
        "HANDLE",
        "IP",
        "LOCATION",
        "DATE",
        "ORG",
    ];

    public string Reason => QualityReasons.UnknownPlaceholder;

    public bool Holds(QualitySubject subject) => All(subject.Text.Text);

    private static bool All(string text)
    {
        for (var open = text.IndexOf('[', StringComparison.Ordinal); open >= 0; open = text.IndexOf('[', open + 1))
        {
            var word = open + 1;
            while (word < text.Length && (char.IsAsciiLetterUpper(text[word]) || (text[word] == '_' && word > open + 1)))
            {
                word++;
            }

            var close = word;
            while (close < text.Length && char.IsAsciiHexDigitLower(text[close]))
            {
                close++;
            }

            var name = text.AsSpan(open + 1, word - open - 1).TrimEnd('_');
            if (close < text.Length && text[close] == ']' && name.Length > 1 && !IsKnown(name))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKnown(ReadOnlySpan<char> name)
    {
        foreach (var known in Known)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
