using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>Phone numbers said in words, as voice notes have them: seven digits and more in a row.</summary>
internal sealed class SpelledPhoneRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (!IsNumeral(message, i))
            {
                continue;
            }

            var last = LastOfRun(message, i, out var digits, out var words);
            var announced = (Cues.Before(message, i) & WordFlags.PhoneCue) != 0;
            if (words >= 4 && digits >= (announced ? 6 : 7) && digits <= 16)
            {
                var (score, reason) = announced ? (0.95, "digits in words after a phone word") : (0.85, "seven and more digits in words");
                findings.Add(new Finding(PiiTypes.Phone, message.At(i).Start, message.At(last).End, score, "spelled-phone", reason));
            }

            i = last;
        }
    }

    private static int LastOfRun(MessageText message, int first, out int digits, out int words)
    {
        (var last, digits, words) = (first, 0, 0);
        for (var i = first; i < message.Count; i++)
        {
            ref readonly var token = ref message.At(i);
            if (IsNumeral(message, i))
            {
                last = i;
                words += token.Kind == TokenKind.Word ? 1 : 0;
                digits +=
                    token.Kind == TokenKind.Number ? token.Length
                    : token.Is(WordFlags.NumberWord) && !FollowedByUnit(message, i) ? 2
                    : 1;
            }
            else if (message.Chars(i) is not ("y" or "e" or "Y" or "," or "-" or "..." or "and") || token.LineBefore)
            {
                break;
            }
        }

        return last;
    }

    /// <summary>"noventa y nueve" is two digits, not three.</summary>
    private static bool FollowedByUnit(MessageText message, int index) =>
        message.Chars(index + 1) is "y" or "e" && message.At(index + 2).Is(WordFlags.DigitWord);

    private static bool IsNumeral(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        return token.Cover is TokenCover.None or TokenCover.Measure
            && (token.Is(WordFlags.DigitWord | WordFlags.NumberWord) || token is { Kind: TokenKind.Number, Length: 1 });
    }
}
