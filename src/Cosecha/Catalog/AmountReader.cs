namespace Cosecha.Catalog;

/// <summary>Reads what numbers measure: percentages, quantities, packings and prices.</summary>
internal static class AmountReader
{
    public static bool TryRead(TokenizedText text, int token, out Found found)
    {
        if (text.TryMatch(token, Mark.NoGlaze, out var none))
        {
            found = new(DomainKind.Percentage, token, none.Next, Glazing.Mark, 0);
            return true;
        }

        if (text.TryMatch(token, Mark.Currency, out var currency) && PriceReader.TryAfterCurrency(text, token, currency.Next, out found))
        {
            return true;
        }

        if (text.Is(token, Mark.Unit) && QuantityReader.TryUnitAndHalf(text, token, out found))
        {
            return true;
        }

        found = default;
        return NumberReader.TryRead(text, token, out var number)
            && (
                PercentageReader.TryRead(text, token, number, out found)
                || PackingReader.TryRead(text, token, number, out found)
                || PriceReader.TryBeforeCurrency(text, token, number, out found)
                || QuantityReader.TryRead(text, token, number, out found)
                || PriceReader.TryBare(text, token, number, out found)
            );
    }
}
