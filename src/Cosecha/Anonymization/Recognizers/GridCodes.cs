using System.Buffers;
using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Places as codes: plus codes (Open Location Code, 8FVC9G8F+6X or short, RW4G+2C) and what3words (///filled.count.soap).</summary>
internal static class GridCodes
{
    /// <summary>The digits of the Open Location Code, which leaves out what makes words.</summary>
    private static readonly SearchValues<char> s_digits = SearchValues.Create("23456789CFGHJMPQRVWXcfghjmpqrvwx");

    /// <summary>The last token of the code that starts at a token; -1 when none does.</summary>
    public static int LastOf(MessageText message, int first) =>
        message.Mark(first) == '/' ? LastOfThreeWords(message, first)
        : message.Mark(first + 1) == '+' ? LastOfPlusCode(message, first)
        : -1;

    private static int LastOfPlusCode(MessageText message, int first)
    {
        ref readonly var tail = ref message.At(first + 2);
        var joined = !message.At(first + 1).SpaceBefore && !tail.SpaceBefore && tail.Kind <= TokenKind.Mixed;
        var lengths = message.At(first).Length is 8 or 4 or 6 && tail.Length is 2 or 3;
        return
            joined
            && lengths
            && message.At(first) is { Kind: TokenKind.Mixed }
            && !message.Chars(first).ContainsAnyExcept(s_digits)
            && !message.Chars(first + 2).ContainsAnyExcept(s_digits)
            ? first + 2
            : -1;
    }

    private static int LastOfThreeWords(MessageText message, int first)
    {
        for (var i = first + 1; i <= first + 7; i++)
        {
            var fits =
                i < first + 3 ? message.Mark(i) == '/'
                : (i - first) % 2 == 1 ? message.At(i).Kind == TokenKind.Word
                : message.Mark(i) == '.';
            if (!fits || message.At(i).SpaceBefore)
            {
                return -1;
            }
        }

        return first + 7;
    }
}
