namespace Cosecha.Anonymization.Checksums;

/// <summary>Spain's NIF, NIE and CIF and Portugal's NIF, as python-stdnum publishes their checksums.</summary>
public static class IberianIds
{
    private const string NifLetters = "TRWAGMYFPDXBNJZSQVHLCKE";

    /// <summary>Spain's NIF of a person: 8 digits and a letter, modulo 23.</summary>
    public static bool IsSpainNif(ReadOnlySpan<char> number) =>
        number.Length == 9 && Digits.All(number[..8]) && NifLetters[int.Parse(number[..8], Invariant) % 23] == Upper(number[8]);

    /// <summary>Spain's NIE of a foreigner: X, Y or Z, 7 digits and a letter, modulo 23.</summary>
    public static bool IsSpainNie(ReadOnlySpan<char> number)
    {
        if (number.Length != 9 || Upper(number[0]) is not (>= 'X' and <= 'Z') || !Digits.All(number[1..8]))
        {
            return false;
        }

        var value = ((Upper(number[0]) - 'X') * 10_000_000) + int.Parse(number[1..8], Invariant);
        return NifLetters[value % 23] == Upper(number[8]);
    }

    /// <summary>Spain's CIF of a company: a letter, 7 digits and a check digit or letter.</summary>
    public static bool IsSpainCif(ReadOnlySpan<char> number)
    {
        if (!HasSpainCifShape(number))
        {
            return false;
        }

        var sum = 0;
        for (var i = 1; i < 8; i++)
        {
            var product = (number[i] - '0') * (i % 2 == 1 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }

        var check = (10 - (sum % 10)) % 10;
        return number[8] == '0' + check || Upper(number[8]) == "JABCDEFGHI"[check];
    }

    /// <summary>Whether it looks like a CIF, whatever its check character says.</summary>
    public static bool HasSpainCifShape(ReadOnlySpan<char> number) =>
        number.Length == 9
        && "ABCDEFGHJNPQRSUVW".Contains(Upper(number[0]), StringComparison.Ordinal)
        && Digits.All(number[1..8])
        && char.IsAsciiLetterOrDigit(number[8]);

    /// <summary>Portugal's NIF: 9 digits, modulo 11.</summary>
    public static bool IsPortugalNif(ReadOnlySpan<char> number) =>
        Digits.Are(number, 9) && number[0] is not ('0' or '4') && Digits.Mod11(number, [9, 8, 7, 6, 5, 4, 3, 2]) % 10 == number[8] - '0';

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static char Upper(char c) => char.ToUpperInvariant(c);
}
