namespace Cosecha.Catalog;

/// <summary>Reads packings (10x2 kg, 5lb block, 40'HC) and containers counted by their length (2x40').</summary>
internal static class PackingReader
{
    private const double HeaviestPack = 50;
    private const double MostContainers = 99;

    public static bool TryRead(TokenizedText text, int token, ParsedNumber number, out Found found) =>
        TryCross(text, token, number, out found) || TryLength(text, token, number, out found) || TryWeight(text, token, number, out found);

    private static bool TryCross(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = default;
        var next = number.Next;
        if (!text.SameLine(next) || !IsCross(text, next) || !NumberReader.TryRead(text, next + 1, out var each))
        {
            return false;
        }

        if (text.IsDigits(next + 1) && IsCross(text, each.Next) && NumberReader.TryRead(text, each.Next + 1, out var third))
        {
            each = third;
        }

        var unit = text.SameLine(each.Next) && text.TryMatch(each.Next, Mark.Unit, out var match) ? match : default;
        if (unit.Entry?.Source is Unit { Kilograms: <= 1 })
        {
            found = new(DomainKind.Packing, token, unit.Next);
            return true;
        }

        if (QuantityReader.IsContainerLength(text, next + 1) && number.Value is >= 1 and <= MostContainers)
        {
            found = new(DomainKind.Quantity, token, QuantityReader.SkipContainer(text, next + 2), UnitCatalog.Containers, number.Value);
            return true;
        }

        found = new(DomainKind.Packing, token, each.Next);
        return number.Value <= 100 && each.Value <= 100 && !number.InWords && !each.InWords;
    }

    private static bool IsCross(TokenizedText text, int token) => text.IsSymbol(token, '*') || SizeSeparator.IsLetterX(text, token);

    // 40'HC without a count.
    private static bool TryLength(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = default;
        if (!QuantityReader.IsContainerLength(text, token) || !text.SameLine(number.Next) || !text.Is(number.Next, Mark.ContainerMark))
        {
            return false;
        }

        found = new(DomainKind.Packing, token, QuantityReader.SkipContainer(text, number.Next));
        return true;
    }

    private static bool TryWeight(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = default;
        if (
            !text.SameLine(number.Next)
            || !text.TryMatch(number.Next, Mark.Unit, out var match)
            || match.Entry.Source is not Unit { Kilograms: <= 1 } unit
        )
        {
            return false;
        }

        if (
            !unit.Packing
            && (
                number.Value * unit.Kilograms > HeaviestPack
                || !(IsPackBefore(text, token) || IsPackAfter(text, match.Next) || text.Ends(token - 1, Mark.Of))
            )
        )
        {
            return false;
        }

        found = new(DomainKind.Packing, token, match.Next);
        return true;
    }

    private static bool IsPackBefore(TokenizedText text, int token)
    {
        if (!text.SameLine(token) || token == 0)
        {
            return false;
        }

        var joined =
            text.Ends(token - 1, Mark.Article)
            || text.Ends(token - 1, Mark.Range)
            || SizeSeparator.IsLetterX(text, token - 1)
            || text.IsSymbol(token - 1, ':');
        return text.Ends(joined ? token - 2 : token - 1, Mark.Pack);
    }

    private static bool IsPackAfter(TokenizedText text, int next)
    {
        if (!text.SameLine(next))
        {
            return false;
        }

        var joined = text.Is(next, Mark.Per) || text.IsSymbol(next, '-') || text.IsSymbol(next, '/');
        return text.Is(joined ? next + 1 : next, Mark.Pack);
    }
}
