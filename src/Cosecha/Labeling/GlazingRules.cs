using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Finds glazings and gives them to the items: one for all, or each its own.</summary>
internal static class GlazingRules
{
    private const int ReachBefore = 4;
    private const int ReachAfter = 3;

    public static List<Amount> Collect(TokenizedText text, List<Found> kept, IntentScore intent)
    {
        var all = new List<Amount>();
        foreach (var found in kept)
        {
            if (
                found is not { Kind: DomainKind.Percentage, Number: >= 0 and <= 100 }
                || (found.Value is null && (IsSomethingElse(text, found) || IsReport(intent)))
            )
            {
                continue;
            }

            AddBefore(text, found, all);
            all.Add(new(found.First, found.Next, found.Number.Value));
            AddAfter(text, found, all);
        }

        if (all.Count == 0 && kept.Exists(f => f.Kind == DomainKind.Size) && kept.Exists(f => f.Kind == DomainKind.Product))
        {
            AddBare(text, kept, all);
        }

        return all;
    }

    // What happened to a shipment or a payment asks for no glazing.
    private static bool IsReport(IntentScore intent) => intent is { Intent: Intents.Other, Score: > 0 };

    // "HLSO 16/20 al 20": only the round numbers in which glazing is agreed.
    private static void AddBare(TokenizedText text, List<Found> kept, List<Amount> all)
    {
        for (var i = 1; i < text.Count; i++)
        {
            if (
                text.Ends(i - 1, Mark.GlazingAt)
                && IsPlainNumber(text, i)
                && text.Tokens[i].Value % 5 == 0
                && !IsMeasured(text, i + 1)
                && !text.Is(i + 1, Mark.Pack)
                && !kept.Exists(f => i >= f.First && i < f.Next)
            )
            {
                all.Add(new(i, i + 1, text.Tokens[i].Value));
                return;
            }
        }
    }

    public static List<ItemDraft> Apply(List<ItemDraft> drafts, List<Amount> glazings)
    {
        var values = glazings.Select(g => g.Value).Distinct().ToList();
        if (values.Count == 0 || drafts.Count == 0)
        {
            return drafts;
        }

        if (values.Count == 1)
        {
            return drafts.ConvertAll(d => d with { Glazing = values[0] });
        }

        return drafts.Count == 1
            ? values.ConvertAll(v => drafts[0] with { Glazing = v })
            : [.. drafts.Select((d, i) => d with { Glazing = Own(drafts, glazings, d, i) })];
    }

    private static double Own(List<ItemDraft> drafts, List<Amount> glazings, ItemDraft draft, int index)
    {
        if (glazings.Count == drafts.Count)
        {
            return glazings[index].Value;
        }

        var after = glazings.FindIndex(g => g.First >= draft.Next);
        var before = glazings.FindLastIndex(g => g.Next <= draft.First);
        var leads = glazings[0].First < drafts[0].First;
        return glazings[
            leads ? Math.Max(before, 0)
            : after >= 0 ? after
            : glazings.Count - 1
        ].Value;
    }

    // A discount, a payment, a defect.
    private static bool IsSomethingElse(TokenizedText text, Found found)
    {
        for (var i = found.First - ReachBefore; i < found.First; i++)
        {
            if (text.Ends(i, Mark.NotGlazing))
            {
                return true;
            }
        }

        for (var i = found.Next; i < found.Next + ReachAfter && text.SameLine(i) && !text.IsSymbol(i, ','); i++)
        {
            if (text.Is(i, Mark.NotGlazing))
            {
                return true;
            }
        }

        return false;
    }

    // "10 y 20% de glaseo"
    private static void AddBefore(TokenizedText text, Found found, List<Amount> all)
    {
        var number = found.First - 2;
        if (
            found.Value is not null
            && text.Is(found.First - 1, Mark.Joiner)
            && IsPlainNumber(text, number)
            && !text.Is(number - 1, Mark.Unit)
            && !text.IsSymbol(number - 1, '/')
            && !text.IsSymbol(number - 1, '-')
        )
        {
            all.Add(new(number, number + 1, text.Tokens[number].Value));
        }
    }

    // "glaseo 10, 20 y 30"
    private static void AddAfter(TokenizedText text, Found found, List<Amount> all)
    {
        var next = found.Next;
        while (
            found.Value is not null
            && (text.Is(next, Mark.Joiner) || text.IsSymbol(next, ','))
            && IsPlainNumber(text, next + 1)
            && !IsMeasured(text, next + 2)
        )
        {
            all.Add(new(next + 1, next + 2, text.Tokens[next + 1].Value));
            next += 2;
        }
    }

    private static bool IsPlainNumber(TokenizedText text, int token) =>
        text.IsDigits(token) && text.SameLine(token) && text.Tokens[token] is { Length: <= 2, Value: > 0 and <= 60 };

    private static bool IsMeasured(TokenizedText text, int next) =>
        text.SameLine(next)
        && (
            text.Is(next, Mark.Unit)
            || text.Is(next, Mark.Percent)
            || text.Is(next, Mark.Multiplier)
            || text.Is(next, Mark.Currency)
            || text.IsDigits(next)
            || text.IsSymbol(next, '/')
            || text.IsSymbol(next, '-')
            || text.IsSymbol(next, '.')
            || SizeSeparator.IsLetterX(text, next)
            || text.Is(next, Mark.Range)
            || text.Is(next, Mark.Month)
        );
}
