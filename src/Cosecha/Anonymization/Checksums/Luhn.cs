namespace Cosecha.Anonymization.Checksums;

/// <summary>The check digit of payment cards (ISO/IEC 7812-1, annex B).</summary>
public static class Luhn
{
    /// <summary>Whether the digits, 12 to 19 of them, end in their right check digit.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 12 or > 19 || !Digits.All(digits) || Digits.Repeated(digits))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 0 ? digit : digit * 2;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }
}
