using System.Collections.Frozen;
using System.Globalization;

namespace Cosecha.Catalog;

/// <summary>Reads sizes: 16/20, 16-20, 16x20, "16 20", "16 a 20", 1620 beside a product, u-15, and spoken ones.</summary>
internal sealed class SizeReader
{
    private const int SmallestWidth = 2;

    private readonly SizeCatalog _sizes;
    private readonly FrozenSet<SizeRange> _known;
    private readonly bool _hasRanges;
    private readonly string _under;

    public SizeReader(SizeCatalog sizes)
    {
        _sizes = sizes;
        _known = sizes.Sizes.Where(s => SizeRange.TryParse(s, out _)).Select(Parse).ToFrozenSet();
        _hasRanges = _known.Count > 0;
        _under = sizes.Under.Count > 0 ? sizes.Under[0].ToUpperInvariant() : "";
    }

    /// <summary>Whether the two tokens are the numbers of a size of the catalog.</summary>
    public bool IsKnown(TokenizedText text, int from, int to) =>
        _known.Contains(new((int)text.Tokens[from].Value, (int)text.Tokens[to].Value));

    public bool TryRead(TokenizedText text, int token, bool[] phonePieces, out Found found)
    {
        found = default;
        if (text.TryMatch(token, Mark.Size, out var named))
        {
            found = new(DomainKind.Size, token, named.Next, named.Entry.Value);
            return true;
        }

        if (text.TryMatch(token, Mark.Under, out var under) && TryBound(text, under, out found))
        {
            return true;
        }

        return _hasRanges && (TryJoined(text, token, phonePieces, out found) || TryRange(text, token, phonePieces, out found));
    }

    private static SizeRange Parse(string size) => SizeRange.TryParse(size, out var range) ? range : default;

    private bool TryBound(TokenizedText text, Match under, out Found found)
    {
        found = default;
        var next = text.IsSymbol(under.Next, '-') || text.IsSymbol(under.Next, '/') ? under.Next + 1 : under.Next;
        if (!text.SameLine(next) || !NumberReader.TrySmall(text, next, out var number) || number.Value < 2 || number.Value > 100)
        {
            return false;
        }

        // "under 15 t" is a quantity, "u 15" is not.
        var measured = text.SameLine(number.Next) && (text.Is(number.Next, Mark.Unit) || text.Is(number.Next, Mark.Percent));
        if (measured && next > under.First + 1 && text.Tokens[under.First].Length > 1)
        {
            return false;
        }

        found = new(DomainKind.Size, under.First, number.Next, string.Create(CultureInfo.InvariantCulture, $"{_under}{number.Value}"));
        return true;
    }

    // 2125 for 21/25: only next to a word that speaks of sizes or products, and not as an amount.
    private bool TryJoined(TokenizedText text, int token, bool[] phonePieces, out Found found)
    {
        found = default;
        if (!text.IsDigits(token) || text.Tokens[token].Length != 4 || phonePieces[token])
        {
            return false;
        }

        var value = (int)text.Tokens[token].Value;
        var range = new SizeRange(value / 100, value % 100);
        if (!_known.Contains(range) || IsAmount(text, token + 1) || text.Ends(token - 1, Mark.Currency) || !IsBesideProduct(text, token))
        {
            return false;
        }

        found = new(DomainKind.Size, token, token + 1, range.ToString());
        return true;
    }

    private static bool IsAmount(TokenizedText text, int next) =>
        text.SameLine(next)
        && (
            text.Is(next, Mark.Unit)
            || text.Is(next, Mark.Percent)
            || text.Is(next, Mark.Multiplier)
            || text.Is(next, Mark.Currency)
            || (text.IsJoined(next) && text.IsJoined(next + 1) && text.IsDigits(next + 1))
        );

    private static bool IsBesideProduct(TokenizedText text, int token)
    {
        for (var i = token - 3; i <= token + 3; i++)
        {
            if (text.Is(i, Mark.Product) || text.Is(i, Mark.Family) || text.Is(i, Mark.SizeWord) || text.Is(i, Mark.TradeWord))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRange(TokenizedText text, int token, bool[] phonePieces, out Found found)
    {
        found = default;
        if (!NumberReader.TrySmall(text, token, out var from) || IsTail(text, token) || text.Ends(token - 1, Mark.Currency))
        {
            return false;
        }

        var separator = SizeSeparator.Read(text, from.Next, from.InWords);
        if (separator.Kind == SeparatorKind.None || !NumberReader.TrySmall(text, separator.Next, out var to) || from.InWords != to.InWords)
        {
            return false;
        }

        var range = new SizeRange((int)from.Value, (int)to.Value);
        var explicitSize = separator.Kind == SeparatorKind.Slash;
        if (
            (!explicitSize && phonePieces[token])
            || text.Is(to.Next, Mark.Percent)
            || IsDecimal(text, to.Next)
            || IsQuantity(text, to.Next, separator.Kind)
        )
        {
            return false;
        }

        if (!_known.Contains(range) && !IsPlausible(text, token, to.Next, range, separator.Kind))
        {
            return false;
        }

        found = new(DomainKind.Size, token, to.Next, range.ToString());
        return true;
    }

    // The 16 of 0425-16/20 or of 3.16/20 belongs to what stands before it.
    private static bool IsTail(TokenizedText text, int token) =>
        text.IsJoined(token)
        && token >= 2
        && text.IsDigits(token - 2)
        && text.IsJoined(token - 1)
        && (text.IsSymbol(token - 1, '.') || (text.IsSymbol(token - 1, '-') && text.Tokens[token - 2].Length > 2));

    private static bool IsDecimal(TokenizedText text, int next) =>
        text.IsJoined(next)
        && text.IsSymbol(next, '.')
        && text.IsJoined(next + 1)
        && text.IsDigits(next + 1)
        && text.Tokens[next + 1].Length <= 2
        && !(text.IsSymbol(next + 2, '/') && text.IsDigits(next + 3));

    private static bool IsQuantity(TokenizedText text, int next, SeparatorKind separator) =>
        separator is SeparatorKind.Cross or SeparatorKind.Dash or SeparatorKind.Word or SeparatorKind.Space
            && text.SameLine(next)
            && text.TryMatch(next, Mark.Unit, out var unit)
            && (separator is SeparatorKind.Cross or SeparatorKind.Space || unit.Entry.Source is Unit { Kilograms: > 0.4 and not 10 })
        || (separator == SeparatorKind.Cross && text.Is(next, Mark.ContainerMark));

    private bool IsPlausible(TokenizedText text, int token, int next, SizeRange range, SeparatorKind separator)
    {
        var (from, to) = range;
        if (from < SmallestWidth || to - from < SmallestWidth || to > Math.Min(_sizes.Largest, (2 * from) + 1))
        {
            return false;
        }

        if (IsShareOfPayment(text, token))
        {
            return false;
        }

        var announced = text.Ends(token - 1, Mark.SizeWord) || (text.Ends(token - 1, Mark.Article) && text.Ends(token - 2, Mark.SizeWord));
        var beside = announced || IsNextToProduct(text, token, next);
        return separator switch
        {
            SeparatorKind.Slash => beside || (to > 31 && !text.Ends(token - 1, Mark.DateCue)) || (from > 12 && to > 12),
            SeparatorKind.Dash => (beside && to > 12) || from >= 70,
            SeparatorKind.Cross => beside && from >= 30,
            SeparatorKind.Word => announced,
            _ => false,
        };
    }

    // "pago 40/60"
    private static bool IsShareOfPayment(TokenizedText text, int token)
    {
        for (var i = token - 1; i >= 0 && i >= token - 3; i--)
        {
            if (text.Ends(i, Mark.Payment))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNextToProduct(TokenizedText text, int token, int next) =>
        text.Ends(token - 1, Mark.Product)
        || text.Ends(token - 1, Mark.Family)
        || text.Ends(token - 1, Mark.Variant)
        || text.Is(next, Mark.Product)
        || text.Is(next, Mark.Family);
}
