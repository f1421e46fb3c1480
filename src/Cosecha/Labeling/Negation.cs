using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Leaves out what the user takes back: "no quiero HOSO", "el HOSO no lo necesito", "16/20, no, mejor 21/25", "cambie 16/20 por 21/25".</summary>
internal static class Negation
{
    private const int MostArticles = 3;
    private const int CorrectionReach = 4;

    public static List<Found> Keep(TokenizedText text, List<Found> found)
    {
        var dropped = new bool[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            if (!IsTakenBack(found[i].Kind))
            {
                continue;
            }

            dropped[i] = IsNegatedBefore(text, found[i].First) || IsNegatedAfter(text, found[i].Next) || IsPartOfDropped(found, dropped, i);
            DropCorrected(text, found, dropped, i);
        }

        return Array.IndexOf(dropped, true) < 0 ? found : [.. found.Where((_, i) => !dropped[i])];
    }

    private static bool IsTakenBack(DomainKind kind) =>
        kind is DomainKind.Product or DomainKind.Size or DomainKind.Percentage or DomainKind.Quantity or DomainKind.Place;

    public static bool IsNegatedBefore(TokenizedText text, int first)
    {
        var before = first - 1;
        for (var skipped = 0; before >= 0 && text.SameLine(before + 1); skipped++, before--)
        {
            if (text.Ends(before, Mark.Negation))
            {
                return true;
            }

            if (skipped == MostArticles || !text.Ends(before, Mark.Article))
            {
                return false;
            }
        }

        return false;
    }

    public static bool IsNegatedAfter(TokenizedText text, int next)
    {
        if (!text.SameLine(next))
        {
            return false;
        }

        if (text.TryMatch(next, Mark.NegationAfter, out var phrase) && phrase.Count > 1)
        {
            return true;
        }

        // "16/20 no, 21/25", but not "16/20 no?" and not "16/20 no hay?"
        var bare = text.TryMatch(next, Mark.Negation, out var no) && no.Count == 1 && text.Is(next, Mark.Acknowledgement);
        return bare
            && (
                no.Next >= text.Count
                || !text.SameLine(no.Next)
                || text.IsSymbol(no.Next, ',')
                || text.IsSymbol(no.Next, '.')
                || text.IsSymbol(no.Next, ';')
                || text.Is(no.Next, Mark.Correction)
            );
    }

    // The size of "no quiero HOSO 16/20" goes with its product.
    private static bool IsPartOfDropped(List<Found> found, bool[] dropped, int i) =>
        i > 0
        && dropped[i - 1]
        && found[i].Kind == DomainKind.Size
        && found[i - 1].Kind == DomainKind.Product
        && found[i].First == found[i - 1].Next;

    private static void DropCorrected(TokenizedText text, List<Found> found, bool[] dropped, int i)
    {
        for (var earlier = i - 1; earlier >= 0; earlier--)
        {
            if (dropped[earlier] || found[earlier].Kind != found[i].Kind)
            {
                continue;
            }

            if (IsCorrection(text, found[earlier].Next, found[i].First) || IsChange(text, found[earlier], found[i].First))
            {
                dropped[earlier] = true;
            }

            return;
        }
    }

    private static bool IsCorrection(TokenizedText text, int from, int to)
    {
        for (var i = Math.Max(from, to - CorrectionReach); i < to; i++)
        {
            // "mejor precio" corrects nothing.
            if (
                text.TryMatch(i, Mark.Correction, out var word)
                && word.Next <= to
                && !(text.TryMatch(i, Mark.Cue, out var cue) && cue.Count > word.Count)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsChange(TokenizedText text, Found old, int first)
    {
        var before = first - 1;
        while (
            before > old.Next
            && (
                text.Ends(before, Mark.Product)
                || text.Ends(before, Mark.Family)
                || (text.Ends(before, Mark.Article) && !text.Ends(before, Mark.ChangeTo))
            )
        )
        {
            before--;
        }

        if (before < old.Next || before > old.Next + 2 || !text.Ends(before, Mark.ChangeTo))
        {
            return false;
        }

        for (var i = old.First - 1; i >= 0 && i >= old.First - CorrectionReach - 2; i--)
        {
            if (text.Ends(i, Mark.Change))
            {
                return true;
            }
        }

        // "el 26/30 por 31/35"
        return old.Kind == DomainKind.Size && text.Ends(before, Mark.Range) && before == old.Next && text.Tokens[before].Length == 3;
    }
}
