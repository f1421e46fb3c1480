using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>The number of a house with all that is written to it: "47/B", "N24-03", "2.º Dto", "4° B", "14 bis".</summary>
internal static class HouseNumber
{
    /// <summary>How many tokens a house number has at most; no honest one has more, and a wall of digits costs no more than other text.</summary>
    private const int LongestNumber = 9;

    /// <summary>The end of the number that starts at a token.</summary>
    public static int EndOf(MessageText message, int index)
    {
        var end = index + 1;
        while (
            end < index + LongestNumber
            && message.Mark(end) is '-' or '–' or '/' or '.'
            && (
                message.At(end + 1) is { Kind: TokenKind.Number or TokenKind.Mixed, SpaceBefore: false }
                || IsLetterOfHouse(message, end + 1)
            )
        )
        {
            end += 2;
        }

        var letterAfter = message.At(end) is { Kind: TokenKind.Word, Length: 1, Case: not LetterCase.Lower, LineBefore: false };
        var floor = message.Chars(end - 1)[^1] is 'º' or 'ª';
        if (message.Chars(end) is "°" && !message.At(end).SpaceBefore)
        {
            (floor, end) = (true, end + 1);
            letterAfter = message.At(end) is { Kind: TokenKind.Word, Length: 1, Case: not LetterCase.Lower, LineBefore: false };
        }

        // "Cl. 26 Sur # 48-41".
        end += message.At(end) is { Kind: TokenKind.Word, Length: >= 2, LineBefore: false } side && side.Is(WordFlags.Direction) ? 1 : 0;
        end += message.At(end).Is(WordFlags.NumberSuffix) && !message.At(end).LineBefore ? 1 : 0;
        if (floor && message.At(end).Kind == TokenKind.Word && (letterAfter || message.At(end).Is(WordFlags.AddressPart)))
        {
            end++;
        }

        return end;
    }

    /// <summary>The B of "47/B", and the sign of "2.º".</summary>
    private static bool IsLetterOfHouse(MessageText message, int index) =>
        message.At(index) is { Kind: TokenKind.Word, Length: 1, SpaceBefore: false } letter
        && (letter.Case != LetterCase.Lower || message.Chars(index)[0] is 'º' or 'ª');
}
