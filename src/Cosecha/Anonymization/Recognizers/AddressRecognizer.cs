using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Street addresses of the Spanish, Portuguese, French and Italian world: a word such as "Av." or "Cdla.", a street's name, a number, and the parts
/// that follow (floor, block, colony, postal code). The city stays: it is where the goods go.
/// </summary>
internal sealed class AddressRecognizer : IRecognizer
{
    private const int LongestName = 7;

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (!Opens(message, i))
            {
                continue;
            }

            var first = StartOf(message, i);
            var evidence = first < i && message.At(first).Kind != TokenKind.Word || AddressHead.StartOf(message, first) < first ? 1 : 0;
            var last = AddressWalk.Street(message, i, LongestName, ref evidence);
            first = AddressHead.StartOf(message, first);
            if (last > i && evidence > 0)
            {
                var score = Math.Min(0.97, 0.75 + (0.1 * evidence));
                const string Reason = "street, name and number";
                findings.Add(new Finding(PiiTypes.Address, message.At(first).Start, message.At(last).End, score, "address", Reason));
                i = Math.Max(last, PostalCodes.FindAfterCity(message, last + 1, findings));
            }
        }
    }

    /// <summary>"Gran Vía 28" opens a word earlier, the French "14 bis rue de la Paix" with its number.</summary>
    private static int StartOf(MessageText message, int street)
    {
        if (message.At(street).LineBefore)
        {
            return street;
        }

        if (message.Chars(street - 1) is "Gran" or "gran" or "GRAN")
        {
            return street - 1;
        }

        return message.At(street).Is(WordFlags.NumberedStreet) ? AddressHead.HouseNumber(message, street) : street;
    }

    private static bool Opens(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        if (token.Kind != TokenKind.Word || !IsFree(token.Cover))
        {
            return false;
        }

        if (IsZone(message, index) || IsNumbered(message, index))
        {
            return true;
        }

        if (!token.Is(WordFlags.Street))
        {
            return false;
        }

        if (token.Length > 2)
        {
            return true;
        }

        // "a/c 71836402" is an account, "2°C" a temperature.
        if (
            !token.SpaceBefore
            && (message.Mark(index - 1) is '/' or '.' || message.At(index - 1).Kind is TokenKind.Symbol or TokenKind.Number)
        )
        {
            return false;
        }

        // "C/C 123456-7" is an account, "AV 8373" a flight.
        if (
            message.Mark(index + 1) == '/' && message.At(index + 2) is { Kind: TokenKind.Word, Length: 1 }
            || (message.AnyFlags & WordFlags.AirCue) != 0 && message.At(index + 1).Kind == TokenKind.Number
        )
        {
            return false;
        }

        // "C.I. 0912345678" is a document.
        if (message.Mark(index + 1) == '.' && message.At(index + 2).Length == 1 && message.Mark(index + 3) == '.')
        {
            return false;
        }

        // Short ones need their dot, slash or capital: "c/ Pizarro 52", "Cl 10 # 11-85", "R. Augusta 200".
        return message.Mark(index + 1) is '.' or '/' or '#'
            || (token.Case != LetterCase.Lower || token.Is(WordFlags.NumberedStreet) || message.At(index + 1).Kind == TokenKind.Number);
    }

    /// <summary>"Zone Industrielle", "Parque Industrial".</summary>
    private static bool IsZone(MessageText message, int index) =>
        message.At(index).Is(WordFlags.Zone)
        && message.At(index + (message.Mark(index + 1) == '.' ? 2 : 1)).Is(WordFlags.Site)
        && message.At(index).Case != LetterCase.Lower;

    /// <summary>"12 place du Marché": the number before it and the capital behind it tell the street from the ordinary word.</summary>
    private static bool IsNumbered(MessageText message, int index)
    {
        if (!message.At(index).Is(WordFlags.NumberedStreet) || AddressHead.HouseNumber(message, index) == index)
        {
            return false;
        }

        for (var i = index + 1; i <= index + 5 && !message.At(i).LineBefore; i++)
        {
            if (message.At(i).Case is LetterCase.Title or LetterCase.Upper)
            {
                return true;
            }

            if (!message.At(i).Is(WordFlags.Particle) && message.At(i).Length > 2)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsFree(TokenCover cover) => cover is TokenCover.None or TokenCover.Place;
}
