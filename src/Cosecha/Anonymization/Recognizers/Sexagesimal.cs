using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Positions in degrees, minutes and seconds, with the hemisphere before or after them.</summary>
internal static class Sexagesimal
{
    private const int Longest = 28;

    /// <summary>The last token of the position that starts with a number at <paramref name="first"/>; -1 when none does.</summary>
    public static int LastOf(MessageText message, int first)
    {
        if (!IsDegree(message, first))
        {
            return -1;
        }

        // "S 2°11'44" W 79°53'02"" ends with a number, "2°11'44"S 79°53'02"W" with a letter.
        var before = OpensWithHemisphere(message, first);
        var (last, numbers, hemispheres) = (-1, 0, before ? 1 : 0);
        for (var i = first; i < message.Count && i < first + Longest && (before || hemispheres < 2); i++)
        {
            ref readonly var token = ref message.At(i);
            if (IsHemisphere(message.Chars(i)))
            {
                hemispheres++;
                last = i;
            }
            else if (token.Kind == TokenKind.Number || IsDegree(message, i))
            {
                numbers++;
                last = before ? i : last;
            }
            else if (IsSign(message, i))
            {
                last = before && message.Mark(i) is not (',' or '.') ? i : last;
            }
            else
            {
                break;
            }
        }

        return hemispheres >= 1 && numbers >= 2 ? last : -1;
    }

    /// <summary>Whether a capital that names a hemisphere stands before the degrees, as in "S 2°11'44"".</summary>
    public static bool OpensWithHemisphere(MessageText message, int first) =>
        message.At(first - 1).Case == LetterCase.Title
        && IsHemisphere(message.Chars(first - 1))
        && !message.At(first).LineBefore
        && IsDegree(message, first);

    /// <summary>Whether one letter names a hemisphere, in any of the languages.</summary>
    public static bool IsHemisphere(ReadOnlySpan<char> chars) =>
        chars.Length == 1 && "NSEWOnsewo".Contains(chars[0], StringComparison.Ordinal);

    /// <summary>A number with a degree sign behind it; the ordinal sign, which many type instead, counts as a letter and is in the token.</summary>
    private static bool IsDegree(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        if (token.Kind == TokenKind.Number)
        {
            return token.Length <= 3 && message.Chars(index + 1) is "°" or "˚";
        }

        return token is { Kind: TokenKind.Mixed, Length: <= 6 }
            && message.Chars(index) is var chars
            && chars.IndexOf('º') is var sign and >= 1 and <= 3
            && Checksums.Digits.All(chars[..sign])
            && Checksums.Digits.All(chars[(sign + 1)..]);
    }

    private static bool IsSign(MessageText message, int index) =>
        message.At(index).Kind == TokenKind.Symbol
        || message.Mark(index) is '\'' or '"' or '.' or ',' or '′' or '″' or '’' or '”' or '´' or '`';
}
