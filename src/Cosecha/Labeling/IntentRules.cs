using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Tells the intent by the strongest phrase; where phrases are equally strong, by the order of the list in data/README.md.</summary>
internal static class IntentRules
{
    private const double Bonus = 0.15;
    private const double MostBonus = 0.6;
    private const double LeastRequest = 2;
    private const double Complete = 1.6;
    private const double Asked = 1.3;
    private const double Full = 3.8;
    private const double Haggled = 4.5;
    private const int LongestChat = 5;

    private static readonly string[] Order = [.. Intents.All];

    public static IntentScore Score(TokenizedText text, List<Found> found)
    {
        Span<double> best = stackalloc double[Order.Length];
        Span<double> bonus = stackalloc double[Order.Length];
        var item = found.Exists(f => f.Kind is DomainKind.Product or DomainKind.Size or DomainKind.Quantity);
        var usable = AddCues(text, item, best, bonus);
        for (var i = 0; i < best.Length; i++)
        {
            best[i] += Math.Min(MostBonus, Math.Max(0, bonus[i] - Bonus));
        }

        AddBuild(text, found, best);
        var top = 0;
        for (var i = 1; i < best.Length; i++)
        {
            top = best[i] > best[top] ? i : top;
        }

        if (best[top] < 1)
        {
            return Smalltalk(text, found);
        }

        var second = 0.0;
        for (var i = 0; i < best.Length; i++)
        {
            second = i == top ? second : Math.Max(second, best[i]);
        }

        return new(Order[top], best[top], second, usable[top] && best[top] >= LeastRequest);
    }

    private static bool[] AddCues(TokenizedText text, bool item, Span<double> best, Span<double> bonus)
    {
        var usable = new bool[Order.Length];
        Array.Fill(usable, true);
        for (var i = 0; i < text.Count; )
        {
            if (!text.TryMatch(i, Mark.Cue, out var longest))
            {
                i++;
                continue;
            }

            foreach (var match in text.At(i))
            {
                if (
                    match.Count == longest.Count
                    && match.Entry is { Mark: Mark.Cue, Source: CueGroup group }
                    && Counts(group, item)
                    && !IsRefused(text, match)
                    && !IsFileName(text, match.Next)
                )
                {
                    var intent = Array.IndexOf(Order, group.Intent);
                    bonus[intent] += Bonus;
                    if (group.Weight > best[intent])
                    {
                        best[intent] = group.Weight;
                        usable[intent] = group.Usable;
                    }
                }
            }

            i = longest.Next;
        }

        return usable;
    }

    private static bool Counts(CueGroup group, bool item) =>
        group.Needs switch
        {
            CueGroup.Item => item,
            CueGroup.NoItem => !item,
            _ => true,
        };

    // "foto.jpg"
    private static bool IsFileName(TokenizedText text, int next) =>
        text.IsSymbol(next, '.') && text.IsJoined(next) && text.IsWord(next + 1) && text.IsJoined(next + 1);

    // "cotización no, solo precio"
    private static bool IsRefused(TokenizedText text, Match cue) =>
        cue.Entry.Value == Intents.Proforma && (Negation.IsNegatedBefore(text, cue.First) || Negation.IsNegatedAfter(text, cue.Next));

    // Product and size alone are an order; one of them with a question mark is a question; a price in figures is haggled over.
    private static void AddBuild(TokenizedText text, List<Found> found, Span<double> best)
    {
        var product = found.Exists(f => f is { Kind: DomainKind.Product, Value: not null });
        var size = found.Exists(f => f.Kind == DomainKind.Size);
        var quantity = found.Exists(f => f.Kind == DomainKind.Quantity);
        var asked = HasQuestionMark(text);
        if ((product && size) || (quantity && (product || size)))
        {
            best[0] = Math.Max(best[0], product && size && quantity && !asked ? Full : Complete);
        }
        else if ((product || size) && asked)
        {
            best[2] = Math.Max(best[2], Asked);
        }
        else if (asked && text.Has(Mark.TradeWord))
        {
            best[2] = Math.Max(best[2], LeastRequest);
        }

        if ((product || size) && found.Exists(f => f.Kind == DomainKind.Price))
        {
            best[1] = Math.Max(best[1], asked ? Haggled : Full - Bonus);
        }
    }

    private static bool HasQuestionMark(TokenizedText text) => text.Text.Contains('?', StringComparison.Ordinal);

    private static IntentScore Smalltalk(TokenizedText text, List<Found> found)
    {
        var bare = !found.Exists(f => f.Kind is DomainKind.Product or DomainKind.Size or DomainKind.Quantity or DomainKind.Percentage);
        var greeting = bare && text.Has(Mark.Greeting) && Talk.OtherWords(text) <= LongestChat;
        return new(greeting ? Intents.Greeting : Intents.Other, 0, 0, false);
    }
}
