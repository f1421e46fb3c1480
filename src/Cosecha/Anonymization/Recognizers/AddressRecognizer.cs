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
            if (last > i && evidence > 0)
            {
                var score = Math.Min(0.97, 0.7 + (0.1 * evidence));
                findings.Add(
                    new Finding(PiiTypes.Address, message.At(i).Start, message.At(last).End, score, "address", "street, name and number")
                );
                i = last;
            }
        }
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
