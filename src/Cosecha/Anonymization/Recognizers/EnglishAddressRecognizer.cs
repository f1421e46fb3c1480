using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Addresses of the English form, "9677 NW 107th Ave, Suite 171, Medley FL 33178": the number first, the ZIP code apart, for the
/// city and the state between them stay.
/// </summary>
internal sealed class EnglishAddressRecognizer : IRecognizer
{
    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (IsStateAndZip(message, i))
            {
                findings.Add(PostalCodes.Code(message, i + 1, i + 1));
                continue;
            }

            if (PostalCodes.LastOfSplit(message, i) is var code and > 0)
            {
                findings.Add(PostalCodes.Code(message, i, code));
                i = code;
                continue;
            }

            if (
                message.At(i)
                is not {
                    Kind: TokenKind.Number or TokenKind.Mixed,
                    Length: <= 6,
                    Cover: TokenCover.None or TokenCover.Measure or TokenCover.Document
                }
            )
            {
                continue;
            }

            var first = AddressHead.StartOf(message, i);
            var number = LastOfNumber(message, i);
            var comma = first < i && message.Mark(number + 1) == ',';
            if (first == i && message.At(i).Kind == TokenKind.Mixed)
            {
                continue;
            }

            var suffix = Suffix(message, number + (comma ? 2 : 1));
            if (suffix < 0)
            {
                continue;
            }

            var next = suffix + 1 + (message.Mark(suffix + 1) == '.' && message.At(suffix + 2).SpaceBefore ? 1 : 0);
            next += message.At(next).Is(WordFlags.Direction) && !message.At(next).LineBefore ? 1 : 0;
            var evidence = 1;
            var last = Math.Max(suffix, AddressWalk.Parts(message, next, ref evidence));
            findings.Add(
                new Finding(PiiTypes.Address, message.At(first).Start, message.At(last).End, 0.92, "address", "number, street and its kind")
            );
            i = PostalCodes.FindAfterCity(message, last + 1, findings, american: true);
        }
    }

    /// <summary>"12/345" and "12-14" are one number.</summary>
    private static int LastOfNumber(MessageText message, int first)
    {
        var joined =
            message.Mark(first + 1) is '/' or '-'
            && message.At(first + 2) is { Kind: TokenKind.Number or TokenKind.Mixed, SpaceBefore: false };
        return joined ? first + 2 : first;
    }

    private static int Suffix(MessageText message, int index)
    {
        // "1455 Hwy 90": the number of the road follows its kind.
        if (
            message.At(index) is { Kind: TokenKind.Word, LineBefore: false }
            && message.At(index).Is(WordFlags.StreetSuffix)
            && message.At(index + 1) is { Kind: TokenKind.Number, Length: <= 4, Cover: TokenCover.None, LineBefore: false }
        )
        {
            return index + 1;
        }

        var (last, capitals) = (-1, true);
        for (var i = index; i < index + 6; i++)
        {
            ref readonly var token = ref message.At(i);
            var free = token.Cover is TokenCover.None or TokenCover.Place && !token.LineBefore;
            if (!free || (token.Kind > TokenKind.Mixed && message.Mark(i) != '.'))
            {
                break;
            }

            capitals &= token.Kind != TokenKind.Word || token.Case is LetterCase.Title or LetterCase.Upper;
            var closes = token.Is(WordFlags.StreetSuffix) && last < 0 || token.Is(WordFlags.CapitalSuffix) && capitals;
            last = i > index && closes ? i : last;
        }

        return last;
    }

    /// <summary>"Miami FL 33101", with the address left out or in a form that nobody knows.</summary>
    private static bool IsStateAndZip(MessageText message, int index) =>
        message.At(index) is { Kind: TokenKind.Word, Length: 2, Case: LetterCase.Upper, LineBefore: false } state
        && state.Is(WordFlags.UsState)
        && message.At(index + 1) is { Kind: TokenKind.Number, Length: 5, LineBefore: false, Cover: TokenCover.None }
        && message.At(index - (message.Mark(index - 1) == ',' ? 2 : 1))
            is { Kind: TokenKind.Word, Case: LetterCase.Title or LetterCase.Upper };
}
