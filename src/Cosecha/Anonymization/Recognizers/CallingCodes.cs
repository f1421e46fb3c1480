using PhoneNumbers;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// The calling codes of all countries and how long their numbers are, so that an international number ends where it should.
/// Source: the metadata of libphonenumber, asked once at the start.
/// </summary>
internal sealed class CallingCodes
{
    private const int ShortestNational = 4;
    private const int LongestNational = 14;
    private static readonly PhoneNumberType[] s_kinds = [PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE];

    /// <summary>By calling code: the fewest and the most digits with that code; zeros where there is no such code.</summary>
    private readonly (int Fewest, int Most)[] _lengths = new (int, int)[1000];

    /// <summary>Reads the metadata.</summary>
    public CallingCodes(PhoneNumberUtil library)
    {
        foreach (var code in library.GetSupportedCallingCodes())
        {
            var digits =
                code < 10 ? 1
                : code < 100 ? 2
                : 3;
            var (fewest, most) = National(library, code);
            _lengths[code] = most == 0 ? default : (fewest + digits, most + digits);
        }
    }

    /// <summary>How many digits a number that starts with these may have, its calling code included; false without a calling code.</summary>
    public bool TryLengths(ReadOnlySpan<char> digits, out (int Fewest, int Most) lengths)
    {
        var code = 0;
        for (var i = 0; i < Math.Min(3, digits.Length); i++)
        {
            code = (code * 10) + digits[i] - '0';
            if (_lengths[code].Most > 0)
            {
                lengths = _lengths[code];
                return true;
            }
        }

        lengths = default;
        return false;
    }

    private static (int Fewest, int Most) National(PhoneNumberUtil library, int code)
    {
        var (fewest, most) = (0, 0);
        var number = 999UL;
        for (var length = ShortestNational; length <= LongestNational; length++)
        {
            number = (number * 10) + 9;
            var asked = new PhoneNumber.Builder().SetCountryCode(code).SetNationalNumber(number).Build();
            if (
                Array.Exists(
                    s_kinds,
                    kind => library.IsPossibleNumberForTypeWithReason(asked, kind) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                )
            )
            {
                fewest = fewest == 0 ? length : fewest;
                most = length;
            }
        }

        return (fewest, most);
    }
}
