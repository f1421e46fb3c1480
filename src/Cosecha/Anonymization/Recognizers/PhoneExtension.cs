using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>The extension behind a phone number: "ext. 213", "x4406", "(anexo 12)". It belongs to the number.</summary>
internal static class PhoneExtension
{
    private const int Longest = 6;

    /// <summary>The last token of the extension that follows the number's last group; that group when none does.</summary>
    public static int LastOf(MessageText message, int group)
    {
        var i = group + 1;
        i += message.Mark(i) is ',' or ';' or '/' or '-' or ')' ? 1 : 0;
        var bracket = message.Mark(i) == '(';
        i += bracket ? 1 : 0;
        if (message.At(i).LineBefore)
        {
            return group;
        }

        var last = IsRunTogether(message, i) ? i : LastAfterWord(message, i);
        if (last < 0)
        {
            return group;
        }

        return bracket && message.Mark(last + 1) == ')' ? last + 1 : last;
    }

    /// <summary>"x4406" and "ext213", which are one token each.</summary>
    private static bool IsRunTogether(MessageText message, int index)
    {
        var chars = message.Chars(index);
        var letters = chars.IndexOfAnyInRange('0', '9');
        return message.At(index).Kind == TokenKind.Mixed
            && (chars[..letters] is "x" or "X" || chars[..letters].Equals("ext", StringComparison.OrdinalIgnoreCase))
            && chars.Length - letters <= Longest
            && Checksums.Digits.All(chars[letters..]);
    }

    private static int LastAfterWord(MessageText message, int index)
    {
        if (!message.At(index).Is(WordFlags.Extension))
        {
            return -1;
        }

        var number = index + 1;
        while (
            number <= index + 3
            && (
                message.Mark(number) is '.' or ':' or '#' or '-'
                || message.At(number) is { Length: <= 3 } sign && sign.Is(WordFlags.UnitHead)
            )
        )
        {
            number++;
        }

        // "099 123 4287 x 5" may be the start of an order; an extension after a lone x has three digits and more.
        var fewest = message.At(index).Length == 1 ? 3 : 1;
        ref readonly var token = ref message.At(number);
        var isNumber = token is { Kind: TokenKind.Number, LineBefore: false, Cover: TokenCover.None or TokenCover.Document };
        return isNumber && token.Length >= fewest && token.Length <= Longest ? number : -1;
    }
}
