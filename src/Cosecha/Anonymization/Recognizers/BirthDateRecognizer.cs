using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Dates of birth: a full date in a message that speaks of birth, and one of a grown person's birth years in a message that names a document
/// of identity, as lists of passengers and of the insured do. Any other date is business.
/// </summary>
internal sealed class BirthDateRecognizer : IRecognizer
{
    /// <summary>Nobody born later does business; "cumple con la norma, 12/05/2026" is a date of the trade.</summary>
    private const int LastYear = 2020;

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        var birth = (message.AnyFlags & WordFlags.BirthCue) != 0 || message.Text.Contains("né ", StringComparison.OrdinalIgnoreCase);
        if (!birth && (message.AnyFlags & WordFlags.IdCue) == 0)
        {
            return;
        }

        for (var i = 0; i < message.Count; i++)
        {
            var last = LastOfDate(message, i, out var year);
            if (last < 0)
            {
                continue;
            }

            var near = birth && IsNearCue(message, i);
            if ((near && year <= LastYear) || (year is > 1900 and < 2015 && (birth || IsWholeDate(message, i, last))))
            {
                var (score, reason) = near
                    ? (0.95, "follows a word of birth")
                    : (0.85, "year of a person's birth in a message about a person");
                findings.Add(new Finding(PiiTypes.BirthDate, message.At(i).Start, message.At(last).End, score, "birthdate", reason));
            }

            i = last;
        }
    }

    /// <summary>Day, month and a year of four digits in figures: without a word of birth, "15/11/26" is a date of the trade and "16/20, 12" none.</summary>
    private static bool IsWholeDate(MessageText message, int first, int last) =>
        last == first + 4
        && message.At(last) is { Kind: TokenKind.Number, Length: 4 }
        && int.TryParse(message.Chars(first), out var day)
        && int.TryParse(message.Chars(first + 2), out var month)
        && day is > 0 and <= 31
        && month is > 0 and <= 31
        && Math.Min(day, month) <= 12;

    private static bool IsNearCue(MessageText message, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - 5; i--)
        {
            // "né" only with its accent: "ne" says no.
            if (message.At(i).Is(WordFlags.BirthCue) || message.Chars(i) is "né" or "Né" or "NÉ")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The last token of a date of three parts, day, month and year in any order, with separators or small words between
    /// them; -1 for anything else.
    /// </summary>
    private static int LastOfDate(MessageText message, int first, out int year)
    {
        year = 0;
        var (parts, numbers, last) = (0, 0, -1);
        for (var i = first; i < message.Count && i < first + 9 && parts < 3; i++)
        {
            ref readonly var token = ref message.At(i);
            if (token.Kind == TokenKind.Number && token.Length is 1 or 2 or 4)
            {
                var value = int.Parse(message.Chars(i), null);
                year =
                    token.Length == 4 ? value
                    : parts == 2 && year == 0 ? 1900 + value
                    : year;
                numbers++;
            }
            else if (IsOrdinal(message, i))
            {
                numbers++;
            }
            else if (!token.Is(WordFlags.Month))
            {
                if (i == first || !IsJoint(message, i))
                {
                    return -1;
                }

                continue;
            }

            parts++;
            last = i;
        }

        return parts == 3 && numbers >= 2 ? last : -1;
    }

    private static bool IsOrdinal(MessageText message, int index) =>
        message.At(index) is { Kind: TokenKind.Mixed, Length: >= 2 and <= 4 }
        && message.Chars(index) is var chars
        && char.IsAsciiDigit(chars[0])
        && (chars[^2..] is "st" or "nd" or "rd" or "th" or "er" or "ro" || chars[^1] is 'º' or 'ª');

    private static bool IsJoint(MessageText message, int index) =>
        message.Mark(index) is '/' or '-' or '.' or ',' or '\'' or '’' || message.At(index).Is(WordFlags.DateJoint);
}
