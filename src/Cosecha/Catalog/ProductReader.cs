namespace Cosecha.Catalog;

/// <summary>Reads products, and tells the products of a family apart by the second word.</summary>
internal static class ProductReader
{
    private const int Reach = 10;

    public static bool TryRead(TokenizedText text, int token, out Found found)
    {
        found = default;
        var best = default(Match);
        foreach (var match in text.At(token))
        {
            if (match.Entry.Mark is Mark.Product or Mark.Family or Mark.TradeWord or Mark.NotProduct && match.Count >= best.Count)
            {
                // At equal length a product's own phrase wins over the family's, and both over a bare trade word.
                best = match.Count > best.Count || match.Entry.Mark < best.Entry.Mark ? match : best;
            }
        }

        if (best.Entry is null)
        {
            return TryVariantFirst(text, token, out found);
        }

        if (best.Entry.Mark != Mark.Family)
        {
            var value = best.Entry.Mark == Mark.Product ? best.Entry.Value : null;
            found = new(DomainKind.Product, token, best.Next, value);
            return true;
        }

        var family = (ProductFamily)best.Entry.Source!;
        var adjacent = Adjacent(text, best.Next, family);
        found = adjacent.Entry is null
            ? new(DomainKind.Product, token, best.Next, Near(text, token, best.Next, family) ?? family.Default)
            : new(DomainKind.Product, token, adjacent.Next, adjacent.Entry.Value);
        return true;
    }

    // "bloque pyd", "block p&d"
    private static bool TryVariantFirst(TokenizedText text, int token, out Found found)
    {
        found = default;
        if (!text.TryMatch(token, Mark.Variant, out var variant))
        {
            return false;
        }

        var next =
            text.SameLine(variant.Next) && text.Is(variant.Next, Mark.Article) && !text.Is(variant.Next, Mark.Family)
                ? variant.Next + 1
                : variant.Next;
        if (
            !text.SameLine(next)
            || !text.TryMatch(next, Mark.Family, out var family)
            || family.Entry.Source != variant.Entry.Source
            || Adjacent(text, family.Next, (ProductFamily)family.Entry.Source!).Entry is not null
        )
        {
            return false;
        }

        found = new(DomainKind.Product, token, family.Next, variant.Entry.Value);
        return true;
    }

    private static Match Adjacent(TokenizedText text, int next, ProductFamily family)
    {
        var word = text.IsSymbol(next, '-') || text.IsSymbol(next, '(') || text.IsSymbol(next, '/') ? next + 1 : next;
        return text.SameLine(word) && Variant(text, word, family) is { Entry: not null } match ? match : default;
    }

    private static Match Variant(TokenizedText text, int token, ProductFamily family)
    {
        var best = default(Match);
        if (!text.Is(token, Mark.Variant))
        {
            return best;
        }

        foreach (var match in text.At(token))
        {
            if (match.Entry.Mark == Mark.Variant && ReferenceEquals(match.Entry.Source, family) && match.Count >= best.Count)
            {
                best = match;
            }
        }

        return best;
    }

    private static string? Near(TokenizedText text, int token, int next, ProductFamily family)
    {
        for (var i = next; i < text.Count && i < next + Reach && !IsProduct(text, i); i++)
        {
            if (Variant(text, i, family).Entry is { } entry)
            {
                return entry.Value;
            }
        }

        for (var i = token - 1; i >= 0 && i > token - Reach && !IsProduct(text, i); i--)
        {
            if (Variant(text, i, family).Entry is { } entry)
            {
                return entry.Value;
            }
        }

        return null;
    }

    private static bool IsProduct(TokenizedText text, int token) => text.Is(token, Mark.Product) || text.Is(token, Mark.Family);
}
