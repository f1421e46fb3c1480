namespace Cosecha.Quality.Rules;

/// <summary>The text was decoded well: no control characters, no broken surrogates, no replacement characters, no UTF-8 read as Latin-1.</summary>
internal sealed class ContentDecoded : IQualityRule
{
    public string Reason => QualityReasons.ContentEncoding;

    public bool Holds(QualitySubject subject) => IsDecoded(subject.Text.Text);

    private static bool IsDecoded(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || IsMisread(text, i))
            {
                return false;
            }

            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    // An accented letter of two bytes, each shown as a character of its own.
    private static bool IsMisread(string text, int index) =>
        text[index] is '\u00C3' or '\u00C2' && index + 1 < text.Length && text[index + 1] is >= '\u0080' and <= '\u00BF' and not '\u00A0';
}
