using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Finds quantities and gives them to the items: each its own, one for every item ("c/u"), or a shared total, which has no place.</summary>
internal static class QuantityRules
{
    private const int LeastBare = 100;

    public static List<Amount> Collect(TokenizedText text, List<Found> kept, string intent)
    {
        var all = new List<Amount>();
        foreach (var found in kept)
        {
            if (found is { Kind: DomainKind.Quantity, Number: not null } && !IsPlaceOfGoods(text, found, intent))
            {
                all.Add(new(found.First, found.Next, found.Number.Value, found.Value));
            }
        }

        if (intent == Intents.ProductInfo && all.Count > 0 && text.Has(Mark.Limit))
        {
            return [];
        }

        if (all.Count > 0)
        {
            AddShort(text, kept, all);
        }
        else if (LooseUnit(text, kept) is { } unit)
        {
            AddLoose(text, kept, unit, all);
        }

        return all;
    }

    public static List<ItemDraft> Apply(TokenizedText text, List<ItemDraft> drafts, List<Amount> quantities)
    {
        if (quantities.Count == 0 || drafts.Count == 0)
        {
            return drafts;
        }

        if (drafts.Count == 1)
        {
            return [Give(drafts[0], quantities[0])];
        }

        if (quantities.Count == drafts.Count)
        {
            return [.. drafts.Select((d, i) => Give(d, quantities[i]))];
        }

        if (quantities.Count == 1 && (text.Has(Mark.Each) || IsOneLine(drafts)))
        {
            return drafts.ConvertAll(d => Give(d, quantities[0]));
        }

        return Spread(drafts, quantities);
    }

    // "¿puedo mezclar tallas en un contenedor?" asks for none.
    private static bool IsPlaceOfGoods(TokenizedText text, Found found, string intent) =>
        intent == Intents.ProductInfo && found.Number == 1 && text.Ends(found.First - 1, Mark.At) && !text.Ends(found.First - 1, Mark.Of);

    // Several glazings of one product and size are alternatives of the same quantity.
    private static bool IsOneLine(List<ItemDraft> drafts) => drafts.TrueForAll(d => d.First == drafts[0].First);

    // A quantity belongs to the one line between it and its neighbours; to several lines at once it is a total.
    private static List<ItemDraft> Spread(List<ItemDraft> drafts, List<Amount> quantities)
    {
        var leads = quantities[0].First < drafts[0].First;
        if (quantities.Count == 1 && (leads || quantities[0].First > drafts[^1].First))
        {
            return drafts;
        }

        var result = new List<ItemDraft>(drafts);
        for (var i = 0; i < quantities.Count; i++)
        {
            var from =
                leads ? quantities[i].First
                : i == 0 ? -1
                : quantities[i - 1].First;
            var to = leads ? (i + 1 < quantities.Count ? quantities[i + 1].First : int.MaxValue) : quantities[i].First;
            var mine = result.FindAll(d => d.First > from && d.First < to);
            if (mine.Count == 1)
            {
                result[result.IndexOf(mine[0])] = Give(mine[0], quantities[i]);
            }
        }

        return result;
    }

    private static ItemDraft Give(ItemDraft draft, Amount quantity) => draft with { Quantity = quantity.Value, Unit = quantity.Unit };

    // "10 toneladas de 16/20 y 5 de 21/25", "30/40 = 800 cajas, 40/50 = 600"
    private static void AddShort(TokenizedText text, List<Found> kept, List<Amount> all)
    {
        var unit = all[0].Unit;
        foreach (var found in kept)
        {
            if (found.Kind is not (DomainKind.Size or DomainKind.Product))
            {
                continue;
            }

            var before = text.Is(found.First - 1, Mark.Article) ? found.First - 2 : -1;
            var after = text.IsSymbol(found.Next, '=') || text.IsSymbol(found.Next, ':') ? found.Next + 1 : -1;
            foreach (var token in new[] { before, after })
            {
                if (
                    token >= 0
                    && (text.IsDigits(token) || (token == before && text.Is(token, Mark.Number)))
                    && text.SameLine(token == before ? token + 1 : token)
                    && IsFree(kept, token)
                    && NumberReader.TryRead(text, token, out var number)
                    && number.Decimals == 0
                    && IsEnd(text, number.Next, token == before)
                )
                {
                    all.Add(new(token, number.Next, number.Value, unit));
                }
            }
        }

        all.Sort((a, b) => a.First.CompareTo(b.First));
        if (all.Count > 2 && all[0].Value == all.Skip(1).Sum(a => a.Value) && all.TrueForAll(a => a.Unit == unit))
        {
            // "dos contenedores, uno de 40/50 y otro de 50/60": the first is the total.
            all.RemoveAt(0);
        }
    }

    private static bool IsEnd(TokenizedText text, int next, bool before) =>
        before || !text.SameLine(next) || text.IsSymbol(next, ',') || text.IsSymbol(next, ';');

    // "la cotización en kilos, HLSO 31/35, 18000": the unit stands apart from the number.
    private static string? LooseUnit(TokenizedText text, List<Found> kept)
    {
        for (var i = 1; i < text.Count; i++)
        {
            var inUnit = text.Ends(i - 1, Mark.At) && !text.Ends(i - 1, Mark.Of) && !text.Ends(i - 2, Mark.Negation);
            if (inUnit && text.TryMatch(i, Mark.Unit, out var unit) && IsFree(kept, i))
            {
                return unit.Entry.Value;
            }
        }

        return null;
    }

    private static void AddLoose(TokenizedText text, List<Found> kept, string unit, List<Amount> all)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (
                text.IsDigits(i)
                && IsFree(kept, i)
                && NumberReader.TryRead(text, i, out var number)
                && number is { Decimals: 0, Value: >= LeastBare and < 1_000_000 }
            )
            {
                all.Add(new(i, number.Next, number.Value, unit));
                return;
            }
        }
    }

    private static bool IsFree(List<Found> kept, int token) => !kept.Exists(f => token >= f.First && token < f.Next);
}
