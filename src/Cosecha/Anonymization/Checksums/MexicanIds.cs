namespace Cosecha.Anonymization.Checksums;

/// <summary>
/// Mexico's RFC and CURP. Their shape, letters with a date inside, is rare enough to stand for itself; the CURP's check
/// digit follows python-stdnum.
/// </summary>
public static class MexicanIds
{
    private const string CurpAlphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    /// <summary>Whether it has the shape of an RFC: 3 (company) or 4 (person) letters, yymmdd, 3 letters or digits.</summary>
    public static bool IsRfc(ReadOnlySpan<char> number)
    {
        if (number.Length is not (12 or 13))
        {
            return false;
        }

        var letters = number.Length - 9;
        return AllLetters(number[..letters]) && IsDate(number.Slice(letters, 6)) && AllAlphanumeric(number[^3..]);
    }

    /// <summary>Whether it has the shape of a CURP: 4 letters, yymmdd, 6 letters, a letter or digit and a digit.</summary>
    public static bool IsCurpShape(ReadOnlySpan<char> number) =>
        number.Length == 18
        && AllLetters(number[..4])
        && IsDate(number.Slice(4, 6))
        && AllLetters(number.Slice(10, 6))
        && AllAlphanumeric(number[16..17])
        && char.IsAsciiDigit(number[17]);

    /// <summary>Whether it is a CURP with its right check digit.</summary>
    public static bool IsCurp(ReadOnlySpan<char> number)
    {
        if (!IsCurpShape(number))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += (18 - i) * CurpAlphabet.IndexOf(char.ToUpperInvariant(number[i]));
        }

        return (10 - (sum % 10)) % 10 == number[17] - '0';
    }

    private static bool AllLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c) && c is not ('Ñ' or 'ñ'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AllAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDate(ReadOnlySpan<char> digits) =>
        Digits.All(digits) && Digits.Two(digits[2..]) is >= 1 and <= 12 && Digits.Two(digits[4..]) is >= 1 and <= 31;
}
