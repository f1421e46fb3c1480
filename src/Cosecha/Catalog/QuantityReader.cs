namespace Cosecha.Catalog;

/// <summary>Reads numbers with a unit: 24.000 kg, veinte toneladas, medio contenedor, 1 FCL 40.</summary>
internal static class QuantityReader
{
    private static readonly int[] ContainerFeet = [20, 40, 45];

    public static bool TryRead(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = default;
        if (!text.SameLine(number.Next))
        {
            return false;
        }

        if (TryCommonFraction(text, token, out var fraction))
        {
            number = fraction;
        }

        if (!text.TryMatch(number.Next, Mark.Unit, out var match))
        {
            return TryCountedLength(text, token, number, out found);
        }

        var unit = (Unit)match.Entry.Source!;
        if (number.IsArticle && unit.Kilograms <= 1 || number.Value == 0)
        {
            return false;
        }

        var half = Half(text, match.Next, out var next);
        if (unit.Name == UnitCatalog.Containers)
        {
            next = SkipContainer(text, next);
        }

        found = new(DomainKind.Quantity, token, next, unit.Name, number.Value + half);
        return true;
    }

    /// <summary>"tonelada y media" is one and a half, without a number before it.</summary>
    public static bool TryUnitAndHalf(TokenizedText text, int token, out Found found)
    {
        found = default;
        if (!text.TryMatch(token, Mark.Unit, out var match) || Half(text, match.Next, out var next) == 0)
        {
            return false;
        }

        found = new(DomainKind.Quantity, token, next, match.Entry.Value, 1.5);
        return true;
    }

    public static bool IsContainerLength(TokenizedText text, int token) =>
        text.IsDigits(token) && text.Tokens[token].Length == 2 && ContainerFeet.Contains((int)text.Tokens[token].Value);

    /// <summary>Steps over what describes a container: "de 40 pies", "40' HC".</summary>
    public static int SkipContainer(TokenizedText text, int token)
    {
        var length = text.SameLine(token) && text.Is(token, Mark.Article) ? token + 1 : token;
        var next = text.SameLine(length) && IsContainerLength(text, length) && !IsOwnNumber(text, length + 1) ? length + 1 : token;
        while (text.SameLine(next) && (text.TryMatch(next, Mark.ContainerMark, out var mark) || IsContainerUnit(text, next, out mark)))
        {
            next = mark.Next;
        }

        return next;
    }

    // In "1 contenedor 40/50" and in "1 FCL, 40 cajas" the number is another one.
    private static bool IsOwnNumber(TokenizedText text, int next) =>
        text.SameLine(next)
        && (
            text.IsSymbol(next, '/')
            || text.Is(next, Mark.Percent)
            || (text.Is(next, Mark.Unit) && !text.Is(next, Mark.ContainerMark))
            || text.IsDigits(next)
            || SizeSeparator.IsLetterX(text, next)
            || (text.IsSymbol(next, '-') && text.IsDigits(next + 1))
        );

    private static bool IsContainerUnit(TokenizedText text, int token, out Match match) =>
        text.TryMatch(token, Mark.Unit, out match) && match.Entry.Value == UnitCatalog.Containers;

    // "two 40' containers"
    private static bool TryCountedLength(TokenizedText text, int token, ParsedNumber number, out Found found)
    {
        found = default;
        var next = number.Next;
        if (
            number.Value is < 1 or > 99
            || !IsContainerLength(text, next)
            || !text.SameLine(next + 1)
            || !(text.Is(next + 1, Mark.ContainerMark) || IsContainerUnit(text, next + 1, out _))
        )
        {
            return false;
        }

        found = new(DomainKind.Quantity, token, SkipContainer(text, next + 1), UnitCatalog.Containers, number.Value);
        return true;
    }

    private static bool TryCommonFraction(TokenizedText text, int token, out ParsedNumber number)
    {
        number = default;
        if (!text.IsDigits(token) || !text.IsSymbol(token + 1, '/') || !text.IsDigits(token + 2) || !text.Is(token + 3, Mark.Unit))
        {
            return false;
        }

        var (above, below) = (text.Tokens[token].Value, text.Tokens[token + 2].Value);
        number = new((double)above / Math.Max(1, below), token + 3);
        return above is 1 or 3 && below is 2 or 4;
    }

    private static double Half(TokenizedText text, int token, out int next)
    {
        next = token;
        if (
            text.SameLine(token)
            && text.Is(token, Mark.NumberJoiner)
            && text.TryMatch(token + 1, Mark.Fraction, out var fraction)
            && fraction.Entry.Number == 0.5
            && !text.Is(fraction.Next, Mark.Unit)
        )
        {
            next = fraction.Next;
            return 0.5;
        }

        return 0;
    }
}
