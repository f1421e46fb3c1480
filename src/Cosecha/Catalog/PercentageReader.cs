namespace Cosecha.Catalog;

/// <summary>Reads percentages, and numbers that a glazing word makes one: "20 de glaseo", "glaseo 0.15".</summary>
internal static class PercentageReader
{
    private const int Reach = 3;

    public static bool TryRead(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = default;
        var next = number.Next;
        var percent = text.SameLine(next) && text.TryMatch(next, Mark.Percent, out var sign);
        if (percent && text.TryMatch(next, Mark.Percent, out sign))
        {
            next = sign.Next;
        }

        var after = GlazeAfter(text, next);
        var glazing = after > next || GlazeBefore(text, token, percent ? Reach : 2);
        if (!percent && (!glazing || number.IsArticle || number.Value > 100 || IsMeasured(text, number.Next)))
        {
            return false;
        }

        // Without the sign, 0.15 is a fraction of one.
        var value = !percent && number.Value is > 0 and < 1 ? Math.Round(number.Value * 100, 4) : number.Value;
        found = new(DomainKind.Percentage, token, Math.Max(next, after), glazing ? Glazing.Mark : null, value);
        return true;
    }

    private static bool IsMeasured(TokenizedText text, int next) =>
        text.SameLine(next)
        && (
            text.Is(next, Mark.Unit)
            || text.Is(next, Mark.Multiplier)
            || text.Is(next, Mark.Currency)
            || SizeSeparator.IsLetterX(text, next)
        );

    private static int GlazeAfter(TokenizedText text, int next)
    {
        var word = text.SameLine(next) && text.Is(next, Mark.Article) && !text.Is(next, Mark.Glaze) ? next + 1 : next;
        return
            text.SameLine(word)
            && text.TryMatch(word, Mark.Glaze, out var glaze)
            && !text.Is(glaze.Next, Mark.Percent)
            && !IsOwnGlaze(text, glaze.Next)
            ? glaze.Next
            : next;
    }

    // In "16/20 10% glaseo 20%" the word belongs to the number after it.
    private static bool IsOwnGlaze(TokenizedText text, int next) =>
        text.SameLine(next) && text.IsDigits(next) && text.Is(next + 1, Mark.Percent);

    private static bool GlazeBefore(TokenizedText text, int token, int reach)
    {
        for (var i = token - 1; i >= 0 && i >= token - 1 - reach && text.SameLine(i + 1); i--)
        {
            if (text.Ends(i, Mark.Glaze))
            {
                return !text.Ends(i, Mark.NoGlaze);
            }

            if (
                text.Tokens[i].Kind == TokenKind.Digits
                || text.IsSymbol(i, ',')
                || text.IsSymbol(i, ';')
                || text.Ends(i, Mark.Percent)
                || text.Ends(i, Mark.Unit)
            )
            {
                return false;
            }
        }

        return false;
    }
}
