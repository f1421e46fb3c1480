namespace Cosecha.Catalog;

/// <summary>Tells which digits are pieces of a phone or card number, so that no size is seen in them.</summary>
internal static class PhoneGuard
{
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    public static bool[] Find(TokenizedText text, Func<int, int, bool> isSize)
    {
        var pieces = new bool[text.Count];
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.IsDigits(i))
            {
                continue;
            }

            var (next, groups, digits) = Cluster(text, i);
            if (digits >= FewestDigits && IsPhone(text, i, next, groups, digits, isSize))
            {
                Array.Fill(pieces, true, i, next - i);
            }

            i = next - 1;
        }

        return pieces;
    }

    private static (int Next, int Groups, int Digits) Cluster(TokenizedText text, int first)
    {
        var (next, groups, digits) = (first + 1, 1, text.Tokens[first].Length);
        while (true)
        {
            var candidate = next;
            while (candidate < next + 2 && text.SameLine(candidate) && IsPhoneSign(text.Tokens[candidate]))
            {
                candidate++;
            }

            // The first number of an explicit size is not part of what stands before it.
            if (
                !text.IsDigits(candidate)
                || !text.SameLine(candidate)
                || (text.IsSymbol(candidate + 1, '/') && text.IsDigits(candidate + 2))
            )
            {
                return (next, groups, digits);
            }

            digits += text.Tokens[candidate].Length;
            groups++;
            next = candidate + 1;
        }
    }

    private static bool IsPhoneSign(Token token) => token.Kind == TokenKind.Symbol && token.Value is '-' or '.' or '(' or ')';

    private static bool IsPhone(TokenizedText text, int first, int next, int groups, int digits, Func<int, int, bool> isSize)
    {
        if (text.IsSymbol(first - 1, '+') || (text.IsSymbol(first - 1, '(') && text.IsSymbol(first - 2, '+')))
        {
            return true;
        }

        if (
            IsAnnounced(text, first)
            || (text.Tokens[first].Length > 1 && text.Text[text.Tokens[first].Start] == '0' && digits <= MostDigits)
        )
        {
            return true;
        }

        var startsWithSize = text.IsDigits(first + 1) && isSize(first, first + 1);
        startsWithSize |= text.IsDigits(first + 2) && isSize(first, first + 2);
        var measured = text.SameLine(next) && (text.Is(next, Mark.Unit) || text.Is(next, Mark.Multiplier) || text.Is(next, Mark.Currency));
        return groups > 1 && !startsWithSize && !measured && !text.Ends(first - 1, Mark.Currency) && !IsPriceList(text, first, next);
    }

    // "5.90 6.10 6.35"
    private static bool IsPriceList(TokenizedText text, int first, int next)
    {
        for (var i = first; i < next; i += 3)
        {
            var price = text.Tokens[i].Length <= 2 && text.IsSymbol(i + 1, '.') && text.IsDigits(i + 2) && text.Tokens[i + 2].Length == 2;
            if (!price || (i > first && text.IsJoined(i)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAnnounced(TokenizedText text, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3 && text.SameLine(i + 1); i--)
        {
            if (text.Ends(i, Mark.PhoneCue))
            {
                return true;
            }
        }

        return false;
    }
}
