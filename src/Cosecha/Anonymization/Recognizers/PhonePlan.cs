using Cosecha.Anonymization.Text;
using PhoneNumbers;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>
/// Which digits can be a phone number of the catalog's countries. A table of lengths and first digits, derived from
/// libphonenumber's metadata, answers at once; libphonenumber itself is asked only where no word says that it is a phone,
/// because a call costs more than all the rest of a message.
/// </summary>
internal sealed class PhonePlan
{
    private const int Longest = 13;
    private readonly uint[] _countries = new uint[(Longest + 1) * 100];
    private readonly string[] _regions;
    private readonly CallingCodes _codes;
    private readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    /// <summary>Reads <c>catalog/privacy/phones.txt</c>: a section a country, in it <c>length:first digits</c>.</summary>
    public PhonePlan(string path)
    {
        _codes = new CallingCodes(_library);
        var entries = WordFile.ReadSections(path).ToArray();
        _regions = entries.Select(entry => entry.Section).Distinct().ToArray();
        foreach (var (region, word) in entries)
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            Mark(Array.IndexOf(_regions, region), int.Parse(word.AsSpan(0, colon), null), word[(colon + 1)..]);
        }
    }

    /// <summary>Whether a number of this length and these first digits exists in one of the countries, as dialled there.</summary>
    public bool IsPlausible(ReadOnlySpan<char> digits) => Countries(digits) != 0;

    /// <summary>How many digits a number of any country may have that starts with these, its calling code included.</summary>
    /// <param name="digits">The digits after the plus or the double zero.</param>
    /// <param name="lengths">The fewest and the most.</param>
    /// <returns>Whether the digits start with a calling code.</returns>
    public bool TryLengths(ReadOnlySpan<char> digits, out (int Fewest, int Most) lengths) => _codes.TryLengths(digits, out lengths);

    /// <summary>Whether libphonenumber finds it valid in one of the countries where it is plausible.</summary>
    public bool IsValid(ReadOnlySpan<char> digits)
    {
        var countries = Countries(digits);
        if (countries == 0)
        {
            return false;
        }

        var text = digits.ToString();
        for (var i = 0; i < _regions.Length; i++)
        {
            if ((countries & (1u << i)) != 0 && IsValid(text, _regions[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsValid(string digits, string region)
    {
        try
        {
            return _library.IsValidNumber(_library.Parse(digits, region));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private uint Countries(ReadOnlySpan<char> digits) =>
        digits.Length is < 2 or > Longest ? 0 : _countries[(digits.Length * 100) + Checksums.Digits.Two(digits)];

    private void Mark(int region, int length, string prefix)
    {
        var low = int.Parse(prefix.PadRight(2, '0')[..2], null);
        var high = int.Parse(prefix.PadRight(2, '9')[..2], null);
        for (var two = low; two <= high; two++)
        {
            _countries[(length * 100) + two] |= 1u << region;
        }
    }
}
