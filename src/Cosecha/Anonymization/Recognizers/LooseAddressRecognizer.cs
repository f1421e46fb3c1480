using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Addresses that name no kind of street: a name and a number after a word such as "dirección", or before an Argentine postal
/// code; and postal codes after their own word.
/// </summary>
internal sealed class LooseAddressRecognizer : IRecognizer
{
    private const int LongestName = 4;

    /// <inheritdoc/>
    public void Recognize(MessageText message, List<Finding> findings)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message.At(i) is { Kind: TokenKind.Number, Length: >= 2 and <= 5, Cover: TokenCover.None or TokenCover.Document })
            {
                i = Math.Max(i, FindAround(message, i, findings));
            }
            else if (IsPostBox(message, i))
            {
                findings.Add(Address(message, FirstOfPostBox(message, i), i + 1, 0.9, "post box"));
                i++;
            }
            else if (IsPostalWord(message, i) && message.At(i + 1) is { Kind: TokenKind.Number, Length: >= 4 and <= 8 })
            {
                var last = message.Mark(i + 2) == '-' && message.At(i + 3) is { Kind: TokenKind.Number } ? i + 3 : i + 1;
                findings.Add(Address(message, i, last, 0.85, "postal code after its word"));
                i = last;
            }
        }
    }

    private static int FindAround(MessageText message, int number, List<Finding> findings)
    {
        var first = FirstOfName(message, number);
        if (first == number)
        {
            return -1;
        }

        var last = AddressWalk.Parts(message, number, out var evidence);
        var postal = HasPostalCode(message, number, last);
        var announced = IsAnnounced(message, first);
        if (!postal && !announced)
        {
            return -1;
        }

        var (score, reason) = postal ? (0.9, "name, number and postal code") : (0.8, "name and number after a word of address");
        findings.Add(Address(message, first, Math.Max(last, number), evidence > 0 ? score : score - 0.1, reason));
        return last;
    }

    private static int FirstOfName(MessageText message, int number)
    {
        var first = number;
        for (var i = number - 1; i >= 0 && i >= number - LongestName; i--)
        {
            ref readonly var token = ref message.At(i);
            var free = token.Kind == TokenKind.Word && token.Cover is TokenCover.None or TokenCover.Place && !message.At(i + 1).LineBefore;
            if (
                !free
                || token.Is(WordFlags.AddressCue)
                || (token.Case == LetterCase.Lower && token.Is(WordFlags.Ordinary) && !token.Is(WordFlags.Particle))
            )
            {
                break;
            }

            first = i;
        }

        while (first < number && message.At(first).Is(WordFlags.Particle))
        {
            first++;
        }

        return first;
    }

    private static bool IsAnnounced(MessageText message, int first)
    {
        var before = first - 1;
        before -= message.Mark(before) is ':' or '-' or '.' ? 1 : 0;
        return message.At(before).Is(WordFlags.AddressCue) || message.Chars(before) is "📍";
    }

    private static bool HasPostalCode(MessageText message, int number, int last)
    {
        for (var i = number + 1; i <= last; i++)
        {
            if (
                message.At(i) is { Kind: TokenKind.Mixed, Length: 5 or 8 }
                && Digits(message.Chars(i)) == 4
                && char.IsAsciiLetter(message.Chars(i)[0])
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits;
    }

    private static bool IsPostBox(MessageText message, int index) =>
        message.Chars(index) is "Box" or "BOX" or "box"
        && message.At(index + 1) is { Kind: TokenKind.Number, LineBefore: false }
        && FirstOfPostBox(message, index) < index;

    /// <summary>"P.O. Box", "PO Box".</summary>
    private static int FirstOfPostBox(MessageText message, int box)
    {
        if (message.Chars(box - 1) is "PO" or "po" or "Po")
        {
            return box - 1;
        }

        var dotted = message.Mark(box - 1) == '.' && message.Chars(box - 2) is "O" or "o" && message.Chars(box - 4) is "P" or "p";
        return dotted ? box - 4 : box;
    }

    private static bool IsPostalWord(MessageText message, int index) =>
        message.Chars(index) is "CP" or "cp" or "CEP" or "cep" or "ZIP" or "zip" or "Zip";

    private static Finding Address(MessageText message, int first, int last, double score, string reason) =>
        new(PiiTypes.Address, message.At(first).Start, message.At(last).End, score, "address", reason);
}
