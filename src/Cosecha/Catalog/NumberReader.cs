namespace Cosecha.Catalog;

/// <summary>Reads numbers in digits, with either habit of writing thousands and decimals, and in words.</summary>
internal static class NumberReader
{
    private const int MaxGroups = 6;
    private const int LongestInWords = 10;

    public static bool TryRead(TokenizedText text, int token, out ParsedNumber number)
    {
        if (text.IsDigits(token))
        {
            return TryDigits(text, token, out number);
        }

        if (text.TryMatch(token, Mark.Fraction, out var fraction))
        {
            number = new(fraction.Entry.Number, fraction.Next, InWords: true);
            return true;
        }

        return TryWords(text, token, small: false, out number);
    }

    /// <summary>Reads a number under a hundred, as sizes are spoken: "twenty six thirty" is 26 and 30.</summary>
    public static bool TrySmall(TokenizedText text, int token, out ParsedNumber number)
    {
        if (text.IsDigits(token))
        {
            number = new(text.Tokens[token].Value, token + 1);
            return text.Tokens[token].Length <= 3;
        }

        return TryWords(text, token, small: true, out number);
    }

    private static bool TryDigits(TokenizedText text, int token, out ParsedNumber number)
    {
        number = default;
        if (text.Tokens[token].Value < 0)
        {
            return false;
        }

        var groups = CountGroups(text, token);
        number = groups == 1 ? Spaced(text, token) : Combine(text, token, groups);
        if (text.SameLine(number.Next) && text.TryMatch(number.Next, Mark.Multiplier, out var multiplier))
        {
            number = number with { Value = number.Value * multiplier.Entry.Number, Next = multiplier.Next, Decimals = 0 };
        }

        return true;
    }

    private static int CountGroups(TokenizedText text, int token)
    {
        var groups = 1;
        for (var i = token; groups < MaxGroups && IsSeparator(text, i + 1) && text.IsDigits(i + 2) && text.IsJoined(i + 2); i += 2)
        {
            // In "20,21/25" the comma separates two sizes.
            if (text.IsSymbol(i + 3, '/') && text.IsDigits(i + 4))
            {
                break;
            }

            groups++;
        }

        return groups;
    }

    private static bool IsSeparator(TokenizedText text, int token) =>
        text.IsJoined(token) && (text.IsSymbol(token, '.') || text.IsSymbol(token, ',') || text.IsSymbol(token, '\''));

    // "3 118 450 lb": only a unit or a currency after it makes groups with spaces one number.
    private static ParsedNumber Spaced(TokenizedText text, int token)
    {
        var value = (double)text.Tokens[token].Value;
        var plain = new ParsedNumber(value, token + 1);
        if (text.Tokens[token].Length > 3 || value == 0)
        {
            return plain;
        }

        var next = token + 1;
        for (; next - token < 4 && text.IsDigits(next) && text.Tokens[next] is { Length: 3, Gap: Gap.Space }; next++)
        {
            value = (value * 1000) + text.Tokens[next].Value;
        }

        var measured = text.SameLine(next) && (text.Is(next, Mark.Unit) || text.Is(next, Mark.Currency));
        return next > token + 1 && measured ? new(value, next) : plain;
    }

    private static ParsedNumber Combine(TokenizedText text, int token, int groups)
    {
        var tokens = text.Tokens;
        var plain = new ParsedNumber(tokens[token].Value, token + 1);
        var next = token + (2 * groups) - 1;
        var last = tokens[next - 1];
        var thousands = tokens[token].Length <= 3 && tokens[token].Value != 0;
        for (var i = 1; i < groups - 1; i++)
        {
            thousands &= tokens[token + (2 * i)].Length == 3 && tokens[token + (2 * i) - 1].Value == tokens[token + 1].Value;
        }

        var sameSign = tokens[next - 2].Value == tokens[token + 1].Value;
        if (thousands && sameSign && last.Length == 3)
        {
            return new(Join(tokens, token, groups), next);
        }

        var decimals = groups == 2 || (thousands && !sameSign);
        if (!decimals || last.Length > 6 || last.Value < 0)
        {
            return plain;
        }

        var whole = Join(tokens, token, groups - 1);
        return new(whole + (last.Value / Math.Pow(10, last.Length)), next, last.Length, Grouped: groups > 2);
    }

    private static double Join(Token[] tokens, int token, int groups)
    {
        double value = tokens[token].Value;
        for (var i = 1; i < groups; i++)
        {
            value = (value * 1000) + tokens[token + (2 * i)].Value;
        }

        return value;
    }

    private static bool TryWords(TokenizedText text, int token, bool small, out ParsedNumber number)
    {
        double total = 0;
        double current = 0;
        var next = token;
        for (var first = true; next - token < LongestInWords && (first || text.SameLine(next)); first = false)
        {
            if (!small && text.TryMatch(next, Mark.Multiplier, out var multiplier))
            {
                total += Math.Max(1, current) * multiplier.Entry.Number;
                (current, next) = (0, multiplier.Next);
                continue;
            }

            var joined = !first && text.TryMatch(next, Mark.NumberJoiner, out var joiner) ? joiner.Next : next;
            if (
                !text.TryMatch(joined, Mark.Number, out var word)
                || (
                    !first
                    && (!Continues(current, word.Entry.Number, joined > next, total > 0) || (joined == next && text.Is(next, Mark.Article)))
                )
            )
            {
                break;
            }

            var product = word.Entry.Number == 100 && current is > 1 and < 10;
            current = product ? current * 100 : current + word.Entry.Number;
            next = word.Next;
        }

        number = new(total + current, next, InWords: true);
        return next > token && !(small && number.Value is < 1 or >= 1000);
    }

    private static bool Continues(double current, double word, bool joined, bool afterThousands) =>
        current switch
        {
            0 => afterThousands && !joined,
            >= 20 and < 100 => current % 10 == 0 && word is > 0 and < 10,
            >= 100 => current % 100 == 0 && word is > 0 and < 100,
            _ => word == 100 && current > 1 && !joined,
        };
}
