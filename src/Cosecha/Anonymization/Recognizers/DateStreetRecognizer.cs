using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Streets that are named after a day and written without any word for a street: "9 de Octubre y Malecón", "10 de Agosto N37-288".
/// A corner or a house number tells them from a date, and so does the missing article: a date is "el 9 de octubre".
/// </summary>
internal sealed class DateStreetRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        if ((message.AnyFlags & WordFlags.Month) == 0)
        {
            return;
        }

        for (var i = 0; i < message.Count; i++)
        {
            if (!AddressWalk.IsOrdinalNumber(message, i) || message.At(i + 2).Case == LetterCase.Lower || !IsOpen(message, i))
            {
                continue;
            }

            var last = LastOf(message, i);
            if (last > 0)
            {
                findings.Add(
                    new Finding(PiiTypes.Address, message.At(i).Start, message.At(last).End, 0.88, "address", "street named after a day")
                );
                i = last;
            }
        }
    }

    private static bool IsOpen(MessageText message, int first)
    {
        ref readonly var before = ref message.At(first - 1);
        return message.At(first).LineBefore
            || before.Kind == TokenKind.Mark
            || before.Kind == TokenKind.Symbol
            || before.Is(WordFlags.AddressCue)
            || message.Chars(first - 1) is "en" or "En" or "EN";
    }

    private static int LastOf(MessageText message, int first)
    {
        var next = first + 3;
        if (message.At(next).LineBefore)
        {
            return -1;
        }

        ref readonly var token = ref message.At(next);
        var year = token.Length == 4 && message.Chars(next) is ['1', '9', ..] or ['2', '0', ..];
        var house =
            token.Kind == TokenKind.Mixed && char.IsAsciiLetterUpper(message.Chars(next)[0]) && message.Mark(next + 1) == '-'
            || token is { Kind: TokenKind.Number, Length: 3 or 4, Cover: TokenCover.None } && !year;
        if (house)
        {
            var evidence = 0;
            return AddressWalk.Parts(message, next, ref evidence);
        }

        var end = StreetCorner.EndOf(message, next);
        var ends = end > 0 && (message.At(end).LineBefore || message.At(end).Kind != TokenKind.Word);
        return ends && !message.At(next + 3).Is(WordFlags.Month) ? end - 1 : -1;
    }
}
