namespace Cosecha.Catalog;

/// <summary>Finds the anonymizer's placeholders, such as <c>[NAME]</c>, <c>[PHONE_2]</c> and <c>[ID_5f3a9c01]</c>.</summary>
internal static class Placeholder
{
    /// <summary>How many characters the placeholder takes that starts at the character; 0 when none does.</summary>
    public static int Length(string text, int start)
    {
        if (text[start] != '[')
        {
            return 0;
        }

        var next = start + 1;
        while (next < text.Length && char.IsAsciiLetterUpper(text[next]))
        {
            next++;
        }

        if (next < start + 3)
        {
            return 0;
        }

        if (next < text.Length && text[next] == '_')
        {
            do
            {
                next++;
            } while (next < text.Length && char.IsAsciiHexDigitLower(text[next]));
        }

        return next < text.Length && text[next] == ']' ? next + 1 - start : 0;
    }
}
