using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>What stands before the street: "Unit 5, ", "Room 1203, Building 5, ", "Lot 77, ", "No. ", and the French "14 bis".</summary>
internal static class AddressHead
{
    private const int MostHeads = 3;

    /// <summary>The first token of an address whose street or house number is at <paramref name="first"/>.</summary>
    public static int StartOf(MessageText message, int first)
    {
        for (var heads = 0; heads < MostHeads; heads++)
        {
            var start = StartOfOne(message, first);
            if (start == first)
            {
                break;
            }

            first = start;
        }

        return first;
    }

    /// <summary>The house number before a French street, with "bis" or a letter and a comma; the street itself when there is none.</summary>
    public static int HouseNumber(MessageText message, int street)
    {
        if (message.At(street).LineBefore)
        {
            return street;
        }

        var i = street - 1;
        i -= message.Mark(i) == ',' ? 1 : 0;
        i -=
            message.At(i).Is(WordFlags.NumberSuffix) || message.At(i) is { Kind: TokenKind.Word, Length: 1, Case: LetterCase.Title }
                ? 1
                : 0;
        return IsHouse(message, i) && !message.At(i + 1).LineBefore ? i : street;
    }

    private static bool IsHouse(MessageText message, int index) =>
        message.At(index)
            is {
                Kind: TokenKind.Number or TokenKind.Mixed,
                Length: <= 5,
                Cover: TokenCover.None or TokenCover.Measure or TokenCover.Document
            }
        && char.IsAsciiDigit(message.Chars(index)[0]);

    private static int StartOfOne(MessageText message, int first)
    {
        if (message.At(first).LineBefore)
        {
            return first;
        }

        // "No. 88 Haibin Road", "Unit 7 Harbour Estate": the word stands right before the number.
        var word = first - 1;
        if (message.At(first).Kind is TokenKind.Number or TokenKind.Mixed)
        {
            word -= message.Mark(word) is '.' or '#' || message.Chars(word) is "°" ? 1 : 0;
            if (message.At(word).Is(WordFlags.UnitHead) && message.At(word).Kind == TokenKind.Word)
            {
                var plot = message.At(word - 1) is { Kind: TokenKind.Word } && message.At(word - 1).Is(WordFlags.UnitHead);
                return plot && !message.At(word).LineBefore ? word - 1 : word;
            }
        }

        // "Lot 77, " and "Lot 77 " before a street: the number of the head ends before the comma.
        var number = first - 1;
        number -= message.Mark(number) is ',' or '-' ? 1 : 0;
        if (message.At(number).Kind is not (TokenKind.Number or TokenKind.Mixed) || message.At(number + 1).LineBefore)
        {
            return first;
        }

        // "12/345" is one number.
        var joined = message.Mark(number - 1) is '/' or '-' && message.At(number - 2) is { Kind: TokenKind.Number or TokenKind.Mixed };
        number -= joined ? 2 : 0;
        word = number - 1;
        word -= message.Mark(word) is '.' or '#' || message.Chars(word) is "°" ? 1 : 0;
        if (message.At(word).Kind != TokenKind.Word || !message.At(word).Is(WordFlags.UnitHead) || message.At(word + 1).LineBefore)
        {
            return first;
        }

        var doubled = message.At(word - 1) is { Kind: TokenKind.Word } && message.At(word - 1).Is(WordFlags.UnitHead);
        return doubled && !message.At(word).LineBefore ? word - 1 : word;
    }
}
