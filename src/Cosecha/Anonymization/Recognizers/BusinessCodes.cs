using Cosecha.Anonymization.Text;
using PhoneNumbers;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Marks codes of banks and of air freight as business, so that no recognizer and no name takes them: SWIFT codes, IFSC, flights,
/// and airports in a message about a flight.
/// </summary>
internal sealed class BusinessCodes
{
    private readonly bool[] _countries = new bool[26 * 26];

    /// <summary>Learns the letters of the countries, which every SWIFT code has in its middle.</summary>
    public BusinessCodes()
    {
        foreach (var region in PhoneNumberUtil.GetInstance().GetSupportedRegions())
        {
            _countries[Country(region)] = true;
        }
    }

    /// <summary>Marks the codes of a message.</summary>
    public void Mark(MessageText message)
    {
        var air = (message.AnyFlags & WordFlags.AirCue) != 0;
        var bank = (message.AnyFlags & (WordFlags.BankCode | WordFlags.Bank | WordFlags.AccountCue)) != 0;
        for (var i = 0; i < message.Count; i++)
        {
            ref var token = ref message.Tokens[i];
            if (token.Cover != TokenCover.None || token.Kind > TokenKind.Mixed || token.Length < 3)
            {
                continue;
            }

            if (IsBankCode(message, i, bank) || (air && IsAirCode(message, i)))
            {
                token.Cover = TokenCover.Document;
            }
        }
    }

    /// <summary>
    /// Four letters of the bank, two of the country, two of the place and three of the branch or none. Many words of eight capitals look
    /// the same: a code of letters alone needs its word before it or the XXX of a head office.
    /// </summary>
    private bool IsBankCode(MessageText message, int index, bool bank)
    {
        var chars = message.Chars(index);
        if (chars.Length is not (8 or 11) || !IsCode(chars) || !char.IsAsciiLetterUpper(chars[4]))
        {
            return chars.Length == 11 && bank && chars[4] == '0' && IsCode(chars) && FollowsBankCode(message, index);
        }

        if (!char.IsAsciiLetterUpper(chars[5]) || !_countries[Country(chars[4..])])
        {
            return false;
        }

        return chars.EndsWith("XXX") || (bank && message.At(index).Kind == TokenKind.Mixed) || FollowsBankCode(message, index);
    }

    private static bool FollowsBankCode(MessageText message, int index)
    {
        for (var i = index - 1; i >= index - 5 && !message.At(i + 1).LineBefore; i--)
        {
            if (message.At(i).Is(WordFlags.BankCode))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"LA1448", and "MIA" where a flight, a hyphen or a word such as "to" stands beside it.</summary>
    private static bool IsAirCode(MessageText message, int index)
    {
        ref readonly var token = ref message.At(index);
        var chars = message.Chars(index);
        return token.Kind == TokenKind.Mixed
            ? chars.Length is >= 4 and <= 6 && char.IsAsciiLetterUpper(chars[0]) && Checksums.Digits.All(chars[2..])
            : token.Case == LetterCase.Upper && token.Length is 3 or 5 && IsLinked(message, index);
    }

    private static bool IsLinked(MessageText message, int index) =>
        message.Mark(index - 1) is '-' or '/' or '>' or '–'
        || message.Mark(index + 1) is '-' or '/' or '>' or '–'
        || message.At(index - 1) is { Kind: TokenKind.Word, Case: LetterCase.Lower, Length: <= 4 };

    private static bool IsCode(ReadOnlySpan<char> chars)
    {
        for (var i = 0; i < chars.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(chars[i]) && (i < 4 || !char.IsAsciiDigit(chars[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static int Country(ReadOnlySpan<char> letters) => ((letters[0] - 'A') * 26) + letters[1] - 'A';
}
