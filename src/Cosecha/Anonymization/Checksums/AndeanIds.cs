namespace Cosecha.Anonymization.Checksums;

/// <summary>Identity and tax numbers of Ecuador, Peru, Colombia and Venezuela, as python-stdnum publishes their checksums.</summary>
public static class AndeanIds
{
    /// <summary>Ecuador's cédula: 10 digits, province 01-24 or 30, third digit at most 6, modulo 10. 1714307103 is one.</summary>
    public static bool IsEcuadorCedula(ReadOnlySpan<char> number)
    {
        if (!Digits.Are(number, 10) || !IsProvince(number) || number[2] > '6')
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            var product = (number[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        return (10 - (sum % 10)) % 10 == number[9] - '0';
    }

    /// <summary>Ecuador's RUC: 13 digits; of a natural person, a public body (third digit 6) or a company (third digit 9).</summary>
    public static bool IsEcuadorRuc(ReadOnlySpan<char> number)
    {
        if (!Digits.Are(number, 13) || !IsProvince(number))
        {
            return false;
        }

        return number[2] switch
        {
            '9' => number[10..] is not "000" && Digits.Weighted(number, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0,
            '6' when number[9..] is not "0000" && Digits.Weighted(number, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0 => true,
            _ => number[10..] is not "000" && IsEcuadorCedula(number[..10]),
        };
    }

    /// <summary>Peru's RUC: 11 digits that start with 10, 15, 16, 17 or 20, modulo 11.</summary>
    public static bool IsPeruRuc(ReadOnlySpan<char> number) =>
        Digits.Are(number, 11)
        && Digits.Two(number) is 10 or 15 or 16 or 17 or 20
        && Digits.Mod11(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 10 == number[10] - '0';

    /// <summary>Colombia's NIT: 8 to 10 digits with the check digit last, modulo 11 with prime weights.</summary>
    public static bool IsColombiaNit(ReadOnlySpan<char> number)
    {
        if (number.Length is < 9 or > 11 || !Digits.All(number))
        {
            return false;
        }

        ReadOnlySpan<int> weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43];
        var sum = 0;
        for (var i = 0; i < number.Length - 1; i++)
        {
            sum += (number[^(i + 2)] - '0') * weights[i];
        }

        var rest = sum % 11;
        return (rest < 2 ? rest : 11 - rest) == number[^1] - '0';
    }

    /// <summary>Venezuela's RIF: V, E, J, P or G and 9 digits, modulo 11.</summary>
    public static bool IsVenezuelaRif(ReadOnlySpan<char> number)
    {
        if (number.Length != 10 || !Digits.All(number[1..]))
        {
            return false;
        }

        var kind = "VEJPG".IndexOf(char.ToUpperInvariant(number[0]));
        if (kind < 0)
        {
            return false;
        }

        ReadOnlySpan<int> kinds = [4, 8, 12, 16, 20];
        var sum = kinds[kind] + Digits.Weighted(number[1..], [3, 2, 7, 6, 5, 4, 3, 2]);
        var check = 11 - (sum % 11);
        return (check > 9 ? 0 : check) == number[9] - '0';
    }

    private static bool IsProvince(ReadOnlySpan<char> number) => Digits.Two(number) is (>= 1 and <= 24) or 30;
}
