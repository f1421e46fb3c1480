using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>The second street of a corner: "y Junín", "y Calle 112", "y 9 de Octubre".</summary>
internal static class StreetCorner
{
    private const int LongestName = 4;

    /// <summary>The end of the corner that a word such as "y" opens; -1 when it opens none.</summary>
    public static int EndOf(MessageText message, int index)
    {
        ref readonly var joint = ref message.At(index);
        if (!joint.Is(WordFlags.Crossing) || joint.LineBefore || joint.Length > 3 && message.At(index + 1).Kind == TokenKind.Number)
        {
            return -1;
        }

        var i = index + 1;
        var street = message.At(i) is { Kind: TokenKind.Word, LineBefore: false } && message.At(i).Is(WordFlags.Street);
        i += street ? 1 : 0;
        i += street && message.Mark(i) == '.' ? 1 : 0;
        if (message.At(i).LineBefore)
        {
            return street && message.At(index + 1).Case != LetterCase.Lower ? i : -1;
        }

        if (AddressWalk.IsOrdinalNumber(message, i) && (street || message.At(i + 2).Case != LetterCase.Lower))
        {
            return i + 3;
        }

        if (street && message.At(i) is { Kind: TokenKind.Number or TokenKind.Mixed, Length: <= 4 } && !AddressWalk.Blocks(message, i))
        {
            return i + 1;
        }

        var end = EndOfName(message, i);
        return end > i || (street && message.At(index + 1).Case != LetterCase.Lower) ? end : -1;
    }

    private static int EndOfName(MessageText message, int first)
    {
        var i = first;
        for (
            var words = 0;
            words < LongestName && message.At(i) is { Kind: TokenKind.Word, LineBefore: false } word && AddressWalk.CanName(word);
            words++
        )
        {
            i++;
        }

        // A particle alone is no name: "y de Guayaquil".
        if (i > first && message.At(first).Is(WordFlags.Particle) && i == first + 1)
        {
            return first;
        }

        i += message.At(i) is { Kind: TokenKind.Number, Cover: TokenCover.None, LineBefore: false } && i > first ? 1 : 0;
        return i;
    }
}
