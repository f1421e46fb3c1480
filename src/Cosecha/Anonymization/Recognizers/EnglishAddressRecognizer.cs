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
                findings.Add(Zip(message, i + 1, i + 1));
                continue;
            }

            if (
                message.At(i)
                is not { Kind: TokenKind.Number, Length: <= 6, Cover: TokenCover.None or TokenCover.Measure or TokenCover.Document }
            )
            {
                continue;
            }

            var suffix = Suffix(message, i + 1);
            if (suffix < 0)
            {
                continue;
            }

            var next = suffix + 1 + (message.Mark(suffix + 1) == '.' && message.At(suffix + 2).SpaceBefore ? 1 : 0);
            next += message.At(next).Is(WordFlags.Direction) && !message.At(next).LineBefore ? 1 : 0;
            var last = Math.Max(suffix, AddressWalk.Parts(message, next, out _));
            findings.Add(
                new Finding(PiiTypes.Address, message.At(i).Start, message.At(last).End, 0.92, "address", "number, street and its kind")
            );
            i = FindZip(message, last + 1, findings);
        }
    }

    private static int Suffix(MessageText message, int index)
    {
        for (var i = index; i < index + 6; i++)
        {
            ref readonly var token = ref message.At(i);
            var free = token.Cover is TokenCover.None or TokenCover.Place && !token.LineBefore;
            if (!free || (token.Kind > TokenKind.Mixed && message.Mark(i) != '.'))
            {
                return -1;
            }

            if (i > index && token.Is(WordFlags.StreetSuffix))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Finds the ZIP code within the city and state that follow; returns the last token read.</summary>
    private static int FindZip(MessageText message, int index, List<Finding> findings)
    {
        for (var i = index; i < index + 9 && i < message.Count; i++)
        {
            ref readonly var token = ref message.At(i);
            if (token is { Kind: TokenKind.Number, Length: 5 } && message.At(i - 1).Kind == TokenKind.Word)
            {
                var last = message.Mark(i + 1) == '-' && message.At(i + 2) is { Kind: TokenKind.Number, Length: 4 } ? i + 2 : i;
                findings.Add(Zip(message, i, last));
                return last;
            }

            if (token.Kind > TokenKind.Mixed && message.Mark(i) is not (',' or '.'))
            {
                break;
            }
        }

        return index - 1;
    }

    /// <summary>"Miami FL 33101", with the address left out or in a form that nobody knows.</summary>
    private static bool IsStateAndZip(MessageText message, int index) =>
        message.At(index) is { Kind: TokenKind.Word, Length: 2, Case: LetterCase.Upper, LineBefore: false } state
        && state.Is(WordFlags.UsState)
        && message.At(index + 1) is { Kind: TokenKind.Number, Length: 5, LineBefore: false, Cover: TokenCover.None }
        && message.At(index - (message.Mark(index - 1) == ',' ? 2 : 1))
            is { Kind: TokenKind.Word, Case: LetterCase.Title or LetterCase.Upper };

    private static Finding Zip(MessageText message, int first, int last) =>
        new(PiiTypes.Address, message.At(first).Start, message.At(last).End, 0.9, "address", "postal code of the USA");
}
