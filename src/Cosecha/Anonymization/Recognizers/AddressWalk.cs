using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Walks through an address from where it opens and finds where it ends.</summary>
internal static class AddressWalk
{
    /// <summary>
    /// The last token of an address that opens at <paramref name="first"/>: up to <paramref name="longest"/> words of a name,
    /// then numbers and parts.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="first">The street's word.</param>
    /// <param name="longest">How many words the name may have.</param>
    /// <param name="evidence">How many numbers and parts there are; an address has at least one.</param>
    public static int Street(MessageText message, int first, int longest, ref int evidence)
    {
        var i = first + 1;
        i += message.Mark(i) is '.' or '/' ? 1 : 0;
        var (words, given, known) = (0, evidence, i - 1);
        while (
            i < message.Count
            && words < longest
            && IsNameWord(message, i)
            && !IsNumberless(message, i)
            && !(words > 0 && IsCorner(message, i))
        )
        {
            words += message.At(i).Kind == TokenKind.Mark ? 0 : 1;
            known = known == i - 1 && GoesOn(message, i, words) ? i : known;
            i++;
        }

        // With nothing behind it the name ends with its capitals.
        var last = Parts(message, i, ref evidence);
        return evidence > given ? last
            : given > 0 ? TrimSmall(message, known, first, i)
            : first;
    }

    /// <summary>A corner closes a name in capitals, or opens with a word for a street; "la calle cerrada y Juan" has neither.</summary>
    private static bool IsCorner(MessageText message, int index) =>
        StreetCorner.EndOf(message, index) > 0
        && (message.At(index - 1).Case != LetterCase.Lower || message.At(index + 1).Is(WordFlags.Street));

    private static bool GoesOn(MessageText message, int index, int words)
    {
        ref readonly var token = ref message.At(index);
        var city = token.Cover == TokenCover.Place && words > 1 && !message.At(index - 1).Is(WordFlags.Particle);
        var capital = token.Case is LetterCase.Title or LetterCase.Upper or LetterCase.Other;
        var small = token.Length <= 2 || token.Is(WordFlags.Particle | WordFlags.Site) || message.At(index + 1).Case == LetterCase.Title;
        return !city && (capital || small);
    }

    /// <summary>Leaves out small words at the end; of a name in small letters only the first word of weight counts.</summary>
    private static int TrimSmall(MessageText message, int last, int first, int end)
    {
        while (last > first && message.At(last).Case is not (LetterCase.Title or LetterCase.Upper or LetterCase.Other))
        {
            last--;
        }

        var spelledOut = message.At(first).Length >= 3 && message.Mark(first + 1) != '.';
        for (var i = first + 1; spelledOut && last == first && i < end; i++)
        {
            last = message.At(i) is { Kind: TokenKind.Word, Length: >= 4 } && !message.At(i).Is(WordFlags.Particle) ? i : last;
        }

        return last;
    }

    /// <summary>The last token of the numbers and parts from <paramref name="index"/> on; one before it when there are none.</summary>
    public static int Parts(MessageText message, int index, ref int evidence)
    {
        var last = index - 1;
        for (var i = index; i < message.Count && i < index + 40; )
        {
            var end = EndOfPart(message, i, evidence > 0);
            if (end <= i)
            {
                break;
            }

            evidence++;
            last = end - 1;
            i = end;
        }

        return last;
    }

    /// <summary>The end of one part with the comma before it: a number, "piso 5", "9º A", "Col. Narvarte", "y Junín", a postal code.</summary>
    private static int EndOfPart(MessageText message, int index, bool inside)
    {
        var i = index;
        if (message.At(i).LineBefore)
        {
            return -1;
        }

        i += message.Mark(i) == '.' && message.Mark(i + 1) == ',' ? 1 : 0;
        var comma = message.Mark(i) is ',' or '-' or '–' or '/';
        i += comma ? 1 : 0;
        var sign = message.Mark(i) is '#' || message.Chars(i) is "°";
        i += sign ? 1 : 0;
        if (Blocks(message, i))
        {
            return -1;
        }

        ref readonly var token = ref message.At(i);
        if (token.Kind is TokenKind.Number or TokenKind.Mixed)
        {
            var houseNumber = !inside && token is { Kind: TokenKind.Number, Length: <= 4, Cover: TokenCover.None };
            return comma && !houseNumber && !sign && !IsTail(message, i) ? -1 : HouseNumber.EndOf(message, i);
        }

        if (IsNumberless(message, i))
        {
            return i + 3;
        }

        // "R/C" is the Portuguese ground floor.
        if (inside && message.Chars(i) is "R" or "r" && message.Mark(i + 1) == '/' && message.Chars(i + 2) is "C" or "c")
        {
            return message.At(i + 3).Is(WordFlags.Floor) ? i + 4 : i + 3;
        }

        if (token.Is(WordFlags.AddressPart | WordFlags.Street) && token.Kind == TokenKind.Word)
        {
            var named = EndOfNamedPart(message, i);
            return named > 0 ? named : EndOfFloor(message, i, inside);
        }

        return comma ? -1 : StreetCorner.EndOf(message, i);
    }

    /// <summary>After a comma only a postal code or a floor goes on an address; any other number belongs to what follows.</summary>
    private static bool IsTail(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        return token.Kind == TokenKind.Number
            ? token.Length is >= 4 and <= 6
                || message.At(index + 1).Is(WordFlags.AddressPart)
                || message.Chars(index + 1) is "°"
                || (message.Mark(index + 1) == '.' && message.Chars(index + 2) is "º" or "ª")
            : message.Chars(index)[^1] is 'º' or 'ª'
                || (token.Length <= 8 && char.IsAsciiLetter(message.Chars(index)[0]) && token.Length >= 5);
    }

    /// <summary>"bajo", "dcha": only within an address.</summary>
    private static int EndOfFloor(MessageText message, int index, bool inside)
    {
        var ends =
            message.Mark(index + 1) is ',' or '.' || message.At(index + 1).LineBefore || message.At(index + 1).Kind == TokenKind.Number;
        // "Alborada VI etapa Mz. 615".
        var leads = message.At(index + 1).Is(WordFlags.AddressPart) && LeadsToPart(message, index + 1);
        return ((inside && ends) || leads) && message.At(index).Is(WordFlags.Floor) ? index + 1 : -1;
    }

    private static int EndOfNamedPart(MessageText message, int index)
    {
        var i = index + 1;
        while ((message.Mark(i) is '.' or '#' or ':' || message.Chars(i) is "°") && !message.At(i).LineBefore)
        {
            i++;
        }

        // "vía a la costa" and "vía a Daule" name a road by where it goes.
        if (message.Chars(i) is "a" or "al" && message.At(index).Is(WordFlags.Street))
        {
            i += message.At(i + 1).Is(WordFlags.Particle) ? 2 : 1;
            return message.At(i) is { Kind: TokenKind.Word, LineBefore: false } ? i + 1 : -1;
        }

        // "C.P. 64000": two letters with dots.
        if (message.At(i) is { Kind: TokenKind.Word, Length: 1 } && message.Mark(i - 1) == '.' && message.Mark(i + 1) == '.')
        {
            i += 2;
        }

        if (message.At(i).LineBefore || Blocks(message, i))
        {
            return -1;
        }

        if (message.At(i).Kind is TokenKind.Number or TokenKind.Mixed)
        {
            return HouseNumber.EndOf(message, i);
        }

        if (message.At(i) is { Kind: TokenKind.Word, Length: 1 })
        {
            return i + 1;
        }

        var takesName = message.At(index).Is(WordFlags.Street) || message.Chars(index)[0] is 'C' or 'c' or 'E' or 'e' or 'T' or 't';
        return takesName ? EndOfPartName(message, i) : -1;
    }

    /// <summary>The end of a part's name, such as "Narvarte": words with a capital, or any that another part with its number follows.</summary>
    private static int EndOfPartName(MessageText message, int index)
    {
        var (i, capitals) = (index, true);
        while (
            i < index + 3
            && message.At(i) is { Kind: TokenKind.Word, LineBefore: false } word
            && (!word.Is(WordFlags.AddressPart) || (i == index && CanName(word) && CanName(message.At(i + 1))))
            && !Blocks(message, i)
        )
        {
            capitals &= CanName(word);
            if (!capitals && !LeadsToPart(message, i + 1))
            {
                break;
            }

            i++;
        }

        return i == index ? -1 : i;
    }

    private static bool LeadsToPart(MessageText message, int index)
    {
        var part = index + (message.Mark(index) == ',' ? 1 : 0);
        return message.At(part).Is(WordFlags.AddressPart)
            && (message.At(part + 1).Kind == TokenKind.Number || message.At(part + 2).Kind == TokenKind.Number);
    }

    internal static bool CanName(in Token word) =>
        word.Cover is TokenCover.None or TokenCover.Place
        && (word.Case is LetterCase.Title or LetterCase.Upper || word.Is(WordFlags.Particle));

    /// <summary>"s/n", which stands for the number of a house without one.</summary>
    private static bool IsNumberless(MessageText message, int index) =>
        message.Chars(index) is "s" or "S" && message.Mark(index + 1) == '/' && message.Chars(index + 2) is "n" or "N";

    private static bool IsNameWord(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        if (token.LineBefore || Blocks(message, index) || token.Is(WordFlags.AddressPart) && token.Length > 1)
        {
            return false;
        }

        // "Port-Maria", "l'Océan".
        if (message.Mark(index) is '-' or '\'' or '’')
        {
            return !token.SpaceBefore && message.At(index + 1) is { Kind: TokenKind.Word, SpaceBefore: false };
        }

        var dotOfAbbreviation = message.Mark(index) == '.' && !token.SpaceBefore && message.At(index - 1).Length <= 4;
        return token.Kind == TokenKind.Word || dotOfAbbreviation || IsOrdinalNumber(message, index);
    }

    /// <summary>"Calle 13 de Abril 200" and "Av. 9 de Octubre 1200": the number opens the name.</summary>
    internal static bool IsOrdinalNumber(MessageText message, int index) =>
        message.At(index) is { Kind: TokenKind.Number, Length: <= 2 }
        && message.Chars(index + 1) is "de" or "DE"
        && message.At(index + 2).Is(WordFlags.Month);

    internal static bool Blocks(MessageText message, int index) =>
        message.At(index).Cover
            is not (TokenCover.None or TokenCover.Place or TokenCover.Date or TokenCover.Document or TokenCover.Measure);
}
