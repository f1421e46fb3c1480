using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Street addresses of the Spanish and Portuguese world: a word such as "Av." or "Cdla.", a street's name, a number, and the parts
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

            var last = AddressWalk.Street(message, i, LongestName, out var evidence);
            var first = StartOf(message, i);
            evidence += message.At(first).Kind == TokenKind.Number ? 1 : 0;
            if (last > i && evidence > 0)
            {
                var score = Math.Min(0.97, 0.7 + (0.1 * evidence));
                const string Reason = "street, name and number";
                findings.Add(new Finding(PiiTypes.Address, message.At(first).Start, message.At(last).End, score, "address", Reason));
                i = last;
            }
        }
    }

    /// <summary>"Gran Vía 28" opens a word earlier, the French "12 rue de la Paix" with its number.</summary>
    private static int StartOf(MessageText message, int street)
    {
        if (message.At(street).LineBefore)
        {
            return street;
        }

        var gran = message.Chars(street - 1) is "Gran" or "gran" or "GRAN";
        var french = message.Chars(street) is "rue" or "Rue" or "RUE" or "avenue" or "Avenue" or "chemin" or "quai" or "allée" or "impasse";
        var number = french && message.At(street - 1) is { Kind: TokenKind.Number, Length: <= 4, Cover: TokenCover.None };
        return gran || number ? street - 1 : street;
    }

    private static bool Opens(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        if (!token.Is(WordFlags.Street) || token.Kind != TokenKind.Word || !IsFree(token.Cover))
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
            || (token.Case != LetterCase.Lower || message.At(index + 1).Kind == TokenKind.Number);
    }

    private static bool IsFree(TokenCover cover) => cover is TokenCover.None or TokenCover.Place;
}
