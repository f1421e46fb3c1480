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
            else if (PostBox.LastOf(message, i, out var start) is var box and > 0)
            {
                findings.Add(Address(message, start, box, 0.9, "post box"));
                i = box;
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

        var evidence = 0;
        var last = AddressWalk.Parts(message, number, ref evidence);
        var city = LastOfCityCode(message, first, last);
        last = Math.Max(city, last);
        var postal = city > 0 || HasPostalCode(message, number, last) || HasNamedPart(message, first, number, last);
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

        while (
            first < number
            && message.At(first).Case == LetterCase.Lower
            && (message.At(first).Is(WordFlags.Particle) || message.At(first).Length <= 2)
        )
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

    /// <summary>"Hafenstraße 12, 20457 Hamburg", "Coolsingel 42, 3011 AD Rotterdam": a code and a city behind the house number.</summary>
    private static int LastOfCityCode(MessageText message, int first, int last)
    {
        var code = message.At(last).Kind == TokenKind.Number && message.Mark(last - 1) == ',' ? last : last + 2;
        var isCode =
            message.Mark(code - 1) == ','
            && message.At(code) is { Kind: TokenKind.Number, Length: 4 or 5, LineBefore: false, Cover: TokenCover.None }
            && IsProper(message, first, code - 2);
        if (!isCode)
        {
            return -1;
        }

        var letters = message.At(code).Length == 4 && message.At(code + 1) is { Kind: TokenKind.Word, Length: 2, Case: LetterCase.Upper };
        ref readonly var city = ref message.At(code + (letters ? 2 : 1));
        var isCity =
            city.Cover == TokenCover.Place || city is { Kind: TokenKind.Word, Case: LetterCase.Title } && !city.Is(WordFlags.Ordinary);
        return isCity && !city.LineBefore
            ? letters
                ? code + 1
                : code
            : -1;
    }

    /// <summary>"Los Aromos 1220, depto 32": behind a proper name and its number, a part with a number.</summary>
    private static bool HasNamedPart(MessageText message, int first, int number, int last) =>
        last >= number + 3
        && message.Mark(number + 1) == ','
        && message.At(number + 2) is { Kind: TokenKind.Word, Length: >= 3 }
        && message.At(number + 2).Is(WordFlags.AddressPart)
        && message.At(number).Length >= 2
        && IsProper(message, first, number - 1);

    /// <summary>Whether the words are written as a name and the last is neither an ordinary word nor one of the trade.</summary>
    private static bool IsProper(MessageText message, int first, int last)
    {
        ref readonly var named = ref message.At(first);
        for (var i = first; i <= last; i++)
        {
            if (message.At(i).Kind == TokenKind.Word)
            {
                named = ref message.At(i);
            }
        }

        return named.Case is LetterCase.Title or LetterCase.Upper
            && !named.Is(WordFlags.Ordinary | WordFlags.BusinessCue | WordFlags.AddressPart | WordFlags.PhoneCue | WordFlags.IdCue);
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

    private static bool IsPostalWord(MessageText message, int index) =>
        message.Chars(index) is "CP" or "cp" or "CEP" or "cep" or "ZIP" or "zip" or "Zip";

    private static Finding Address(MessageText message, int first, int last, double score, string reason) =>
        new(PiiTypes.Address, message.At(first).Start, message.At(last).End, score, "address", reason);
}
