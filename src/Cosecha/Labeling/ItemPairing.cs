using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Pairs products with sizes, whichever comes first: "HLSO 16/20, 21/25", "16/20 y 21/25 de HLSO", "HOSO y HLSO 16/20".</summary>
internal static class ItemPairing
{
    public static List<ItemDraft> Pair(TokenizedText text, List<Found> kept)
    {
        var entities = kept.FindAll(f => f.Kind == DomainKind.Size || (f.Kind == DomainKind.Product && f.Value is not null));
        var drafts = new List<ItemDraft>(entities.Count);
        var owned = new HashSet<int>();
        for (var i = 0; i < entities.Count; i++)
        {
            if (entities[i].Kind == DomainKind.Size)
            {
                var owner = Owner(text, entities, i);
                owned.Add(owner);
                drafts.Add(new(owner < 0 ? null : entities[owner].Value, entities[i].Value, entities[i].First, entities[i].Next));
            }
        }

        for (var i = 0; i < entities.Count; i++)
        {
            if (entities[i].Kind == DomainKind.Product && !owned.Contains(i))
            {
                AddBare(text, entities, i, drafts);
            }
        }

        drafts.Sort((a, b) => a.First.CompareTo(b.First));
        return drafts;
    }

    private static int Owner(TokenizedText text, List<Found> entities, int size)
    {
        var before = entities.FindLastIndex(size, size + 1, f => f.Kind == DomainKind.Product);
        var after = entities.FindIndex(size, f => f.Kind == DomainKind.Product);
        if (before < 0 || after < 0)
        {
            return Math.Max(before, after);
        }

        var touchesBefore = before == size - 1 && IsOneThing(text, entities[before].Next, entities[size].First);
        if (after == size + 1 && IsOneThing(text, entities[size].Next, entities[after].First))
        {
            return touchesBefore ? before : after;
        }

        return entities[0].Kind == DomainKind.Size && !touchesBefore ? after : before;
    }

    // Only an article or the like between them.
    private static bool IsOneThing(TokenizedText text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!text.SameLine(i) || !(text.Is(i, Mark.Article) || text.Is(i, Mark.SizeWord)) || i - from > 1)
            {
                return false;
            }
        }

        return to >= text.Count || text.SameLine(to);
    }

    private static void AddBare(TokenizedText text, List<Found> entities, int product, List<ItemDraft> drafts)
    {
        var found = entities[product];
        if (drafts.Exists(d => d.Product == found.Value))
        {
            return;
        }

        if (
            product + 1 < entities.Count
            && entities[product + 1] is { Kind: DomainKind.Product } other
            && IsJoined(text, found.Next, other.First)
        )
        {
            var shared = drafts.FindAll(d => d.Product == other.Value && d.Size is not null);
            if (shared.Count > 0)
            {
                drafts.AddRange(shared.Select((d, i) => d with { Product = found.Value, First = found.First, Next = found.Next }));
                return;
            }
        }

        drafts.Add(new(found.Value, null, found.First, found.Next));
    }

    private static bool IsJoined(TokenizedText text, int from, int to)
    {
        if (
            to - from is < 1 or > 3
            || !(text.Is(from, Mark.Joiner) || text.IsSymbol(from, '/') || text.IsSymbol(from, '&') || text.IsSymbol(from, '+'))
        )
        {
            return false;
        }

        for (var i = from + 1; i < to; i++)
        {
            if (!text.Is(i, Mark.Article))
            {
                return false;
            }
        }

        return true;
    }
}
