using Cosecha.Anonymization.Checksums;

namespace Cosecha.Anonymization.Recognizers;

/// <summary>The shapes of the documents of the countries of the catalog, with their checksums.</summary>
internal static class IdShapes
{
    /// <summary>The best reading of a code.</summary>
    /// <param name="code">Letters and digits, upper case, without separators.</param>
    /// <param name="written">The same as it stands in the text.</param>
    public static IdShape Judge(ReadOnlySpan<char> code, ReadOnlySpan<char> written)
    {
        if (code.IsEmpty)
        {
            return new IdShape(0, "no known form");
        }

        var shape = Digits.All(code) ? JudgeDigits(code, written) : JudgeLetters(code, written);
        return shape.Score > 0 ? shape : JudgeWritten(code, written);
    }

    private static IdShape JudgeDigits(ReadOnlySpan<char> code, ReadOnlySpan<char> written) =>
        code.Length switch
        {
            10 when AndeanIds.IsEcuadorCedula(code) => new IdShape(0.75, "Ecuador cedula, checksum passes"),
            13 when AndeanIds.IsEcuadorRuc(code) => new IdShape(0.9, "Ecuador RUC, checksum passes"),
            13 when code.EndsWith("001") => new IdShape(0.7, "Ecuador RUC, checksum fails"),
            11 when AndeanIds.IsPeruRuc(code) => new IdShape(0.85, "Peru RUC, checksum passes"),
            11 when SouthernIds.IsArgentinaCuit(code) => new IdShape(0.85, "Argentina CUIT, checksum passes"),
            11 when SouthernIds.IsBrazilCpf(code) => new IdShape(0.85, "Brazil CPF, checksum passes"),
            14 when SouthernIds.IsBrazilCnpj(code) => new IdShape(0.85, "Brazil CNPJ, checksum passes"),
            12 when SouthernIds.IsUruguayRut(code) => new IdShape(0.85, "Uruguay RUT, checksum passes"),
            8 or 9 when written.Length > code.Length && SouthernIds.IsChileRut(code) => new IdShape(0.85, "Chile RUT, checksum passes"),
            9 or 10 when written.Length > code.Length && AndeanIds.IsColombiaNit(code) => new IdShape(0.8, "Colombia NIT, checksum passes"),
            >= 9 and <= 13 when written.Length == code.Length => new IdShape(0.55, "long number that nothing else explains"),
            _ => default,
        };

    private static IdShape JudgeLetters(ReadOnlySpan<char> code, ReadOnlySpan<char> written)
    {
        if (MexicanIds.IsCurpShape(code))
        {
            return new IdShape(0.9, MexicanIds.IsCurp(code) ? "Mexico CURP, checksum passes" : "Mexico CURP, checksum fails");
        }

        if (MexicanIds.IsRfc(code))
        {
            return new IdShape(0.85, "Mexico RFC");
        }

        if (AndeanIds.IsVenezuelaRif(code))
        {
            return new IdShape(0.9, "Venezuela RIF, checksum passes");
        }

        if (code.Length is 8 or 9 && code[^1] == 'K' && Digits.All(code[..^1]))
        {
            return new IdShape(SouthernIds.IsChileRut(code) ? 0.9 : 0.6, "Chile RUT");
        }

        if (code.Length == 9 && (IberianIds.IsSpainNif(code) || IberianIds.IsSpainNie(code) || IberianIds.IsSpainCif(code)))
        {
            return new IdShape(0.85, "Spain NIF, NIE or CIF, checksum passes");
        }

        if (
            code.Length == 9
            && char.IsAsciiLetter(code[8])
            && (Digits.All(code[..8]) || (code[0] is 'X' or 'Y' or 'Z' && Digits.All(code[1..8])))
        )
        {
            return new IdShape(0.6, "Spain NIF or NIE, checksum fails");
        }

        if (Fits(code, "99AAAAA9999A*Z*") || Fits(code, "99AAAA*9999A*Z*"))
        {
            return new IdShape(0.9, "India GSTIN");
        }

        // Without an identity word in the message these two may be codes of goods: see IdRecognizer, which raises the score.
        if (Fits(code, "AAAAA9999A"))
        {
            return new IdShape(0.45, "form of India's PAN");
        }

        if (code.Length is >= 10 and <= 14 && CountDigits(code[2..]) >= code.Length - 3)
        {
            var score =
                IsAny(code[..2], "PT ES FR IT DE NL BE AT PL DK SE FI IE GB EL RO") ? 0.75
                : IsAny(code[..2], "BG CY CZ EE HR HU LT LU LV MT SI SK XI") ? 0.45
                : 0;
            return new IdShape(score, "European tax number with its country");
        }

        return Fits(code, "AAAAAA99A99A999A") ? new IdShape(0.85, "Italy codice fiscale") : default;
    }

    private static IdShape JudgeWritten(ReadOnlySpan<char> code, ReadOnlySpan<char> written)
    {
        var hyphen = written.LastIndexOf('-');
        var dots = written.Count('.');
        if (hyphen == written.Length - 2 && code.Length is >= 8 and <= 10 && Digits.All(code[..^1]) && dots is 0 or 2)
        {
            return new IdShape(dots == 2 || code.Length == 10 ? 0.65 : 0.5, "digits with a check digit after a hyphen");
        }

        if (written.Length == 11 && Digits.Are(code, 9) && written[3] == '-' && written[6] == '-')
        {
            return new IdShape(0.65, "form of a US social security number");
        }

        var isRif =
            code.Length is 9 or 10 && written.Length > 1 && written[1] == '-' && "VEJPG".Contains(code[0], StringComparison.Ordinal);
        return isRif && Digits.All(code[1..]) ? new IdShape(0.6, "Venezuela RIF, checksum fails") : new IdShape(0, "no known form");
    }

    private static bool IsAny(ReadOnlySpan<char> prefix, ReadOnlySpan<char> list) =>
        list.IndexOf(prefix) is var at && at >= 0 && at % 3 == 0;

    /// <summary>Whether a code has this form: A is a letter, 9 a digit, * either, anything else itself.</summary>
    private static bool Fits(ReadOnlySpan<char> code, ReadOnlySpan<char> form)
    {
        if (code.Length != form.Length)
        {
            return false;
        }

        for (var i = 0; i < form.Length; i++)
        {
            var fits = form[i] switch
            {
                'A' => char.IsAsciiLetterUpper(code[i]),
                '9' => char.IsAsciiDigit(code[i]),
                '*' => char.IsAsciiLetterOrDigit(code[i]),
                var c => code[i] == c,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> code)
    {
        var count = 0;
        foreach (var c in code)
        {
            count += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return count;
    }
}
