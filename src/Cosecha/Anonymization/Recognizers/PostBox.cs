using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Post boxes, "P.O. Box 4471", "Apartado 09-01-4471", "Caixa Postal 221", and the postal code after those two words.</summary>
internal static class PostBox
{
    private const int MostGroups = 3;

    /// <summary>The last token of the box that a word at <paramref name="index"/> opens; -1 when it opens none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="index">The word.</param>
    /// <param name="first">Where the box starts.</param>
    public static int LastOf(MessageText message, int index, out int first)
    {
        first = index;
        ref readonly var word = ref message.At(index);
        if (!word.Is(WordFlags.PostBox) || word.Kind != TokenKind.Word)
        {
            return -1;
        }

        var number = index + 1;
        while (
            number <= index + 4
            && !message.At(number).LineBefore
            && (
                message.Mark(number) is '.' or ':' or '#'
                || message.Chars(number) is "°"
                || message.At(number).Is(WordFlags.PostBox | WordFlags.UnitHead)
            )
        )
        {
            number++;
        }

        var opens =
            message.At(number) is
            { Kind: TokenKind.Number, LineBefore: false, Length: <= 8, Cover: TokenCover.None or TokenCover.Document };
        first = FirstOf(message, index);
        return opens && first >= 0 ? LastOfGroups(message, number) : -1;
    }

    /// <summary>"P.O. Box", "PO Box", "Caixa Postal"; -1 for a box of goods and for the unit bp in small letters.</summary>
    private static int FirstOf(MessageText message, int index)
    {
        if (message.Chars(index) is "Box" or "BOX" or "box")
        {
            if (message.Chars(index - 1) is "PO" or "po" or "Po")
            {
                return index - 1;
            }

            if (message.Chars(index - 1) is "O" && message.Chars(index - 2) is "P")
            {
                return index - 2;
            }

            var dotted = message.Mark(index - 1) == '.' && message.Chars(index - 2) is "O" or "o" && message.Chars(index - 4) is "P" or "p";
            return dotted ? index - 4 : -1;
        }

        // "B.P.", whose last letter carries the list.
        if (message.At(index).Length == 1)
        {
            return message.At(index).Case == LetterCase.Title ? index - 2 : -1;
        }

        if (message.At(index).Length == 2)
        {
            return message.At(index).Case == LetterCase.Upper ? index : -1;
        }

        var named = message.Chars(index)[0] is 'p' or 'P' && message.At(index - 1).Kind == TokenKind.Word && !message.At(index).LineBefore;
        return named ? index - 1 : index;
    }

    private static int LastOfGroups(MessageText message, int first)
    {
        var last = first;
        for (
            var group = 1;
            group < MostGroups && message.Mark(last + 1) == '-' && message.At(last + 2) is { Kind: TokenKind.Number, SpaceBefore: false };
            group++
        )
        {
            last += 2;
        }

        // "BP 1204, 64000 Pau".
        var code = message.Mark(last + 1) == ',' && message.At(last + 2) is { Kind: TokenKind.Number, Length: 5, Cover: TokenCover.None };
        return code && message.At(last + 3) is { Case: LetterCase.Title or LetterCase.Upper, LineBefore: false } ? last + 2 : last;
    }
}
