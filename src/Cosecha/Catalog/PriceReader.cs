namespace Cosecha.Catalog;

/// <summary>Reads amounts of money: $3.10/kg, 8.40 per lb, 11,75 usd, 5.90 la libra. The value is the unit that is priced.</summary>
internal static class PriceReader
{
    public static bool TryAfterCurrency(TokenizedText text, int token, int next, out Found found)
    {
        found = default;
        if (text.SameLine(next) && text.TryMatch(next, Mark.Currency, out var second))
        {
            next = second.Next;
        }

        if (!text.SameLine(next) || !text.IsDigits(next) || !NumberReader.TryRead(text, next, out var number))
        {
            return false;
        }

        // "soles 191-28471930-0-55" is an account in that currency.
        if (IsJoinedToLonger(text, number.Next))
        {
            return false;
        }

        var (end, unit) = Per(text, number.Next, bare: true);
        found = new(DomainKind.Price, token, end, unit, number.Value);
        return true;
    }

    public static bool TryBeforeCurrency(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = default;
        if (number.IsArticle || !text.SameLine(number.Next))
        {
            return false;
        }

        var next = number.Next;
        if (text.TryMatch(next, Mark.Currency, out var currency))
        {
            next = currency.Next;
        }

        // "4.10 $3.90": the sign belongs to the number after it.
        var taken = next > number.Next && text.IsSymbol(number.Next, '$') && text.IsDigits(next) && !text.IsJoined(number.Next);
        var (end, unit) = Per(text, taken ? number.Next : next, bare: false);
        if (next == number.Next || taken ? unit is null || !IsPriceLike(number, unit) : false)
        {
            return false;
        }

        found = new(DomainKind.Price, token, end, unit, number.Value);
        return true;
    }

    /// <summary>Two decimals and nothing else are money in this trade.</summary>
    public static bool TryBare(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = new(DomainKind.Price, token, number.Next, null, number.Value);
        return number.Decimals == 2 && (number.Grouped || number.Value < 1000);
    }

    private static bool IsJoinedToLonger(TokenizedText text, int next) =>
        text.IsSymbol(next, '-')
        && text.IsJoined(next)
        && text.IsDigits(next + 1)
        && text.IsJoined(next + 1)
        && (text.Tokens[next + 1].Length >= 6 || (text.IsSymbol(next + 2, '-') && text.IsJoined(next + 2)));

    private static bool IsPriceLike(ParsedNumber number, string unit) =>
        !number.InWords && (number.Decimals > 0 || number.Value < 100 || unit == UnitCatalog.Containers);

    private static (int Next, string? Unit) Per(TokenizedText text, int next, bool bare)
    {
        if (!text.SameLine(next))
        {
            return (next, null);
        }

        var unit = next;
        if (text.IsSymbol(next, '/') || text.Is(next, Mark.Per))
        {
            unit = next + 1;
            if (text.IsSymbol(unit, '/') || text.Is(unit, Mark.Per))
            {
                unit++;
            }
        }

        return
            (unit > next || bare)
            && text.SameLine(unit)
            && text.TryMatch(unit, Mark.Unit, out var match)
            && (unit > next || match.Entry.Source is Unit { Kilograms: <= 1 })
            ? (match.Next, match.Entry.Value)
            : (next, null);
    }
}
