using System.Globalization;
using Cosecha.Catalog;

namespace Cosecha.Datasets.Cleaning;

/// <summary>Brings what the reader of the domain found, and the numbers that it left, into canonical form.</summary>
internal static class FactReader
{
    /// <summary>Whether the stretch says one thing, however it is worded.</summary>
    public static bool IsWhole(Found found) =>
        found.Kind is DomainKind.Size or DomainKind.Place or DomainKind.Incoterm || found is { Kind: DomainKind.Product, Value: not null };

    public static Fact Whole(Found found) =>
        new(
            found.Kind switch
            {
                DomainKind.Size => FactKind.Size,
                DomainKind.Product => FactKind.Product,
                DomainKind.Place => FactKind.Place,
                _ => FactKind.Incoterm,
            },
            found.Value!
        );

    /// <summary>Whether a quantity has a half or a quarter that is not in its first number: 1/2 contenedor, tonelada y media.</summary>
    public static bool IsFraction(TokenizedText text, Found found) =>
        found is { Kind: DomainKind.Quantity, Number: { } amount }
        && (!NumberReader.TryRead(text, found.First, out var first) || first.Value != amount)
        && amount != Math.Floor(amount);

    public static Fact Fraction(Found found) =>
        new(FactKind.Quantity, string.Create(CultureInfo.InvariantCulture, $"{found.Number}{found.Value}"));

    /// <summary>The first token of a document's number, behind the words that announce it.</summary>
    public static int CodeStart(TokenizedText text, Found document)
    {
        if (!text.Is(document.First, Mark.Document))
        {
            return document.First;
        }

        var start = document.Next - 1;
        while (start > document.First && text.IsJoined(start))
        {
            start--;
        }

        return start;
    }

    public static Fact Code(TokenizedText text, int first, int next)
    {
        var code = text.Text.AsSpan(text.Tokens[first].Start, text.Tokens[next - 1].End - text.Tokens[first].Start).ToString();
        return new(FactKind.Document, string.Concat(Folding.Fold(code).Where(char.IsLetterOrDigit)));
    }

    /// <summary>A number with its unit or percent sign. A bare "un" is an article and no number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">Where the number may start.</param>
    /// <param name="within">What the reader found there.</param>
    /// <param name="fact">The number.</param>
    /// <returns>The token after it; the same token when there is none.</returns>
    public static int Number(TokenizedText text, int token, DomainKind? within, out Fact fact)
    {
        fact = default;
        if (!IsNumber(text, token))
        {
            return token;
        }

        if (!NumberReader.TryRead(text, token, out var number))
        {
            fact = new(FactKind.Number, Raw(text, token));
            return text.IsDigits(token) ? token + 1 : token;
        }

        var unit = text.SameLine(number.Next) && text.TryMatch(number.Next, Mark.Unit, out var match) ? match : default;
        if (number.IsArticle && unit.Entry is null)
        {
            return token;
        }

        var kind = KindOf(within);
        var value = Value(text, token, number);
        if (text.SameLine(number.Next) && text.TryMatch(number.Next, Mark.Percent, out var percent))
        {
            fact = new(FactKind.Percent, value + "%");
            return percent.Next;
        }

        if (kind == FactKind.Percent)
        {
            fact = new(kind, value + "%");
            return number.Next;
        }

        fact = new(kind, value + unit.Entry?.Value);
        return unit.Entry is null ? number.Next : unit.Next;
    }

    private static bool IsNumber(TokenizedText text, int token) =>
        text.IsDigits(token)
        || text.Is(token, Mark.Number)
        || text.Is(token, Mark.Fraction)
        || (text.Is(token, Mark.Multiplier) && text.Tokens[token].Length > 1);

    private static string Value(TokenizedText text, int token, ParsedNumber number)
    {
        // 0087 is the number of something, not eighty-seven.
        var value =
            number.Next == token + 1 && text.IsDigits(token) ? Raw(text, token) : number.Value.ToString(CultureInfo.InvariantCulture);
        var minus =
            text.IsSymbol(token - 1, '-') && text.IsJoined(token) && (token == 1 || !text.IsJoined(token - 1)) && !text.IsDigits(token - 2);
        return minus ? "-" + value : value;
    }

    private static string Raw(TokenizedText text, int token) =>
        Folding.Fold(text.Text.Substring(text.Tokens[token].Start, text.Tokens[token].Length));

    private static FactKind KindOf(DomainKind? within) =>
        within switch
        {
            DomainKind.Percentage => FactKind.Percent,
            DomainKind.Quantity => FactKind.Quantity,
            DomainKind.Price => FactKind.Price,
            DomainKind.Packing => FactKind.Packing,
            DomainKind.Date => FactKind.Day,
            _ => FactKind.Number,
        };
}
