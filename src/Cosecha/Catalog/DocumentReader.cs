namespace Cosecha.Catalog;

/// <summary>Reads the numbers of business documents: invoices, containers, bills of lading, lots, seals, orders.</summary>
internal static class DocumentReader
{
    private const int MostFillers = 3;
    private const int LongestCode = 12;

    public static bool TryRead(TokenizedText text, int token, out Found found)
    {
        var next = text.IsDigits(token) ? Invoice(text, token) : Container(text, token);
        if (next == token && text.TryMatch(token, Mark.Document, out var word))
        {
            next = Announced(text, token, word.Next);
        }

        found = new(DomainKind.Document, token, next);
        return next > token;
    }

    // Establishment, point of issue, sequence: 002-001-000033799.
    private static int Invoice(TokenizedText text, int token)
    {
        var matches =
            text.Tokens[token].Length == 3
            && text.IsSymbol(token + 1, '-')
            && text.IsDigits(token + 2)
            && text.Tokens[token + 2].Length == 3
            && text.IsSymbol(token + 3, '-')
            && text.IsDigits(token + 4)
            && text.Tokens[token + 4].Length is >= 7 and <= 9
            && text.IsJoined(token + 2)
            && text.IsJoined(token + 4);
        return matches ? token + 5 : token;
    }

    // ISO 6346: four letters, the last one U, J or Z, and seven digits.
    private static int Container(TokenizedText text, int token)
    {
        if (
            !text.IsWord(token)
            || text.Tokens[token].Length != 4
            || text.Text[text.Tokens[token].End - 1] is not ('U' or 'J' or 'Z' or 'u' or 'j' or 'z')
        )
        {
            return token;
        }

        var next = text.IsSymbol(token + 1, '-') ? token + 2 : token + 1;
        if (!text.SameLine(next) || !text.IsDigits(next))
        {
            return token;
        }

        if (text.Tokens[next].Length == 7)
        {
            return next + 1;
        }

        var check = text.IsSymbol(next + 1, '-') ? next + 2 : next + 1;
        return text.Tokens[next].Length == 6 && text.IsDigits(check) && text.SameLine(check) && text.Tokens[check].Length == 1
            ? check + 1
            : token;
    }

    private static int Announced(TokenizedText text, int token, int next)
    {
        for (var fillers = 0; fillers < MostFillers && text.SameLine(next); fillers++)
        {
            if (text.TryMatch(next, Mark.DocumentFiller, out var filler))
            {
                next = filler.Next;
            }
            else if (text.IsSymbol(next, '-') || text.IsSymbol(next, '.'))
            {
                next++;
            }
            else
            {
                break;
            }
        }

        var end = text.SameLine(next) ? Code(text, next) : next;
        return end > next ? end : token;
    }

    private static int Code(TokenizedText text, int first)
    {
        var (digits, letters, next) = (0, 0, first);
        for (; next < text.Count && next - first < LongestCode && (next == first || text.IsJoined(next)); next++)
        {
            var token = text.Tokens[next];
            var inner = token.IsSymbol('-') || token.IsSymbol('/');
            if (inner && !(text.IsJoined(next + 1) && (text.IsDigits(next + 1) || text.IsWord(next + 1))))
            {
                break;
            }

            if (token.Kind == TokenKind.Symbol && !inner)
            {
                break;
            }

            digits += token.Kind == TokenKind.Digits ? token.Length : 0;
            letters += token.Kind == TokenKind.Word ? token.Length : 0;
        }

        return IsCode(text, first, next, digits, letters) ? next : first;
    }

    private static bool IsCode(TokenizedText text, int first, int next, int digits, int letters)
    {
        var measured = text.SameLine(next) && (text.Is(next, Mark.Unit) || text.Is(next, Mark.Percent) || text.Is(next, Mark.Currency));
        var decimals =
            text.IsJoined(next)
            && (text.IsSymbol(next, '.') || text.IsSymbol(next, ','))
            && text.IsJoined(next + 1)
            && text.IsDigits(next + 1);
        if (digits < 3 || measured || decimals || letters > 8 || text.Is(next - 1, Mark.Unit))
        {
            return false;
        }

        // 16/20 is a size, 0425-16/20 a lot.
        var slashed = text.IsSymbol(first + 1, '/') || text.IsSymbol(first + 1, '-') || SizeSeparator.IsLetterX(text, first + 1);
        return letters > 0
            ? digits + letters >= 4
                && text.Tokens[first].Length + digits > 3
                && !(slashed && text.Tokens[first].Kind == TokenKind.Digits && next - first <= 3)
            : !(slashed && next - first == 3 && text.Tokens[first].Length <= 3);
    }
}
