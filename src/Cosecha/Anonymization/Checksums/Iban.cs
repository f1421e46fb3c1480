namespace Cosecha.Anonymization.Checksums;

/// <summary>The check digits of bank accounts: IBAN (ISO 13616, modulo 97), CLABE of Mexico and CBU of Argentina.</summary>
public static class Iban
{
    /// <summary>Whether two letters, two digits and 11 to 30 letters and digits, without spaces, are a valid IBAN.</summary>
    public static bool IsValid(ReadOnlySpan<char> iban)
    {
        if (!HasShape(iban))
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = char.ToUpperInvariant(iban[(i + 4) % iban.Length]);
            if (char.IsAsciiDigit(c))
            {
                rest = ((rest * 10) + c - '0') % 97;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                rest = ((rest * 100) + c - 'A' + 10) % 97;
            }
            else
            {
                return false;
            }
        }

        return rest == 1;
    }

    /// <summary>Whether it looks like an IBAN, whatever its check digits say.</summary>
    public static bool HasShape(ReadOnlySpan<char> iban) =>
        iban.Length is >= 15 and <= 34
        && char.IsAsciiLetter(iban[0])
        && char.IsAsciiLetter(iban[1])
        && char.IsAsciiDigit(iban[2])
        && char.IsAsciiDigit(iban[3]);

    /// <summary>Whether 18 digits are a valid CLABE (weights 3 7 1, modulo 10).</summary>
    public static bool IsClabe(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 18) && !Digits.Repeated(digits) && Check371(digits[..17]) == digits[17] - '0';

    /// <summary>Whether 22 digits are a valid CBU (weights 7 1 3 9, in two blocks of 8 and 14).</summary>
    public static bool IsCbu(ReadOnlySpan<char> digits) =>
        Digits.Are(digits, 22)
        && !Digits.Repeated(digits)
        && (10 - (Digits.Weighted(digits, [7, 1, 3, 9, 7, 1, 3]) % 10)) % 10 == digits[7] - '0'
        && (10 - (Digits.Weighted(digits[8..], [3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3]) % 10)) % 10 == digits[21] - '0';

    private static int Check371(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<int> weights = [3, 7, 1];
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i % 3] % 10;
        }

        return (10 - (sum % 10)) % 10;
    }
}
