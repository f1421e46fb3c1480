namespace Cosecha.Anonymization.Checksums;

/// <summary>What the checksums share.</summary>
internal static class Digits
{
    /// <summary>Whether there are exactly so many characters and all are ASCII digits.</summary>
    public static bool Are(ReadOnlySpan<char> text, int length) => text.Length == length && All(text);

    /// <summary>Whether all characters are ASCII digits.</summary>
    public static bool All(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>The value of the first two digits.</summary>
    public static int Two(ReadOnlySpan<char> text) => ((text[0] - '0') * 10) + text[1] - '0';

    /// <summary>The sum of the digits times their weights.</summary>
    public static int Weighted(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    /// <summary>The check digit of modulo 11: 11 less the remainder, where 11 counts as 0; 10 is no digit.</summary>
    public static int Mod11(ReadOnlySpan<char> digits, ReadOnlySpan<int> weights) => (11 - (Weighted(digits, weights) % 11)) % 11;

    /// <summary>Whether one digit fills the text: such numbers pass some checksums and are nobody's.</summary>
    public static bool Repeated(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(text[0]);
}
