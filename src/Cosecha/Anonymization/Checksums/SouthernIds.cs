namespace Cosecha.Anonymization.Checksums;

/// <summary>Identity and tax numbers of Chile, Argentina, Uruguay, Paraguay and Brazil, as python-stdnum publishes their checksums.</summary>
public static class SouthernIds
{
    /// <summary>Chile's RUT: 7 or 8 digits and a check digit or K, modulo 11.</summary>
    public static bool IsChileRut(ReadOnlySpan<char> number) =>
        number.Length is 8 or 9
        && Digits.All(number[..^1])
        && "0K987654321"[ChileSum(number[..^1]) % 11] == char.ToUpperInvariant(number[^1]);

    /// <summary>Argentina's CUIT and CUIL: 11 digits that start with 20, 23, 24, 27, 30, 33 or 34, modulo 11.</summary>
    public static bool IsArgentinaCuit(ReadOnlySpan<char> number) =>
        Digits.Are(number, 11)
        && Digits.Two(number) is 20 or 23 or 24 or 27 or 30 or 33 or 34
        && Digits.Mod11(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) == number[10] - '0';

    /// <summary>Uruguay's RUT: 12 digits, modulo 11.</summary>
    public static bool IsUruguayRut(ReadOnlySpan<char> number) =>
        Digits.Are(number, 12)
        && Digits.Two(number) is >= 1 and <= 22
        && number[2..8] is not "000000"
        && number[8..11] is "001"
        && Digits.Mod11(number, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == number[11] - '0';

    /// <summary>Paraguay's RUC: 5 to 9 digits with the check digit last, modulo 11.</summary>
    public static bool IsParaguayRuc(ReadOnlySpan<char> number)
    {
        if (number.Length is < 5 or > 9 || !Digits.All(number))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < number.Length - 1; i++)
        {
            sum += (i + 2) * (number[^(i + 2)] - '0');
        }

        return (11 - (sum % 11)) % 11 % 10 == number[^1] - '0';
    }

    /// <summary>Brazil's CPF: 11 digits with two check digits, modulo 11.</summary>
    public static bool IsBrazilCpf(ReadOnlySpan<char> number) =>
        Digits.Are(number, 11)
        && !Digits.Repeated(number)
        && Digits.Mod11(number, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 10 == number[9] - '0'
        && Digits.Mod11(number, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 10 == number[10] - '0';

    /// <summary>Brazil's CNPJ: 14 digits with two check digits, modulo 11.</summary>
    public static bool IsBrazilCnpj(ReadOnlySpan<char> number) =>
        Digits.Are(number, 14)
        && !Digits.Repeated(number)
        && Digits.Mod11(number, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 10 == number[12] - '0'
        && Digits.Mod11(number, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 10 == number[13] - '0';

    private static int ChileSum(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += (digits[^(i + 1)] - '0') * ((i % 6) + 2);
        }

        return sum;
    }
}
