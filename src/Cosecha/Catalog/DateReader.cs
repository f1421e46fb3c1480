namespace Cosecha.Catalog;

/// <summary>Reads dates, times of day and phrases that say when.</summary>
internal static class DateReader
{
    public static bool TryRead(TokenizedText text, int token, out Found found)
    {
        var next = text.IsDigits(token) ? Number(text, token) : Phrase(text, token);
        found = new(DomainKind.Date, token, next);
        return next > token;
    }

    /// <summary>Two numbers that can be a day and a month and are no size.</summary>
    public static bool TryShort(TokenizedText text, int token, out Found found)
    {
        found = new(DomainKind.Date, token, token + 3);
        if (
            !text.IsDigits(token)
            || !text.IsDigits(token + 2)
            || !text.IsJoined(token + 1)
            || !text.IsJoined(token + 2)
            || text.Is(token + 3, Mark.Percent)
            || text.Is(token + 3, Mark.Unit)
        )
        {
            return false;
        }

        var slash = text.IsSymbol(token + 1, '/') || (text.IsSymbol(token + 1, '-') && text.Ends(token - 1, Mark.DateCue));
        var (a, b) = (text.Tokens[token].Value, text.Tokens[token + 2].Value);
        return slash && IsDayAndMonth(a, b) && text.Tokens[token].Length <= 2 && text.Tokens[token + 2].Length <= 2;
    }

    private static bool IsDayAndMonth(long a, long b) => a is >= 1 and <= 31 && b is >= 1 and <= 31 && Math.Min(a, b) <= 12;

    private static int Number(TokenizedText text, int token)
    {
        var full = Full(text, token);
        if (full > token)
        {
            return full;
        }

        var clock = Clock(text, token);
        return clock > token ? clock : DayOfMonth(text, token);
    }

    private static int Full(TokenizedText text, int token)
    {
        if (
            !text.IsDigits(token + 2)
            || !text.IsDigits(token + 4)
            || !IsDateSign(text, token + 1)
            || text.Tokens[token + 3].Value != text.Tokens[token + 1].Value
            || !text.IsJoined(token + 1)
            || !text.IsJoined(token + 2)
            || !text.IsJoined(token + 3)
            || !text.IsJoined(token + 4)
        )
        {
            return token;
        }

        var (a, b, c) = (text.Tokens[token], text.Tokens[token + 2], text.Tokens[token + 4]);
        var dayFirst = a.Length <= 2 && b.Length <= 2 && c.Length is 2 or 4 && IsDayAndMonth(a.Value, b.Value);
        var yearFirst = a.Length == 4 && b.Length <= 2 && c.Length <= 2 && IsDayAndMonth(b.Value, c.Value);
        return dayFirst || yearFirst ? token + 5 : token;
    }

    private static bool IsDateSign(TokenizedText text, int token) =>
        text.IsSymbol(token, '/') || text.IsSymbol(token, '-') || text.IsSymbol(token, '.');

    private static int Clock(TokenizedText text, int token)
    {
        if (text.Tokens[token].Value > 24 || text.Tokens[token].Length > 2)
        {
            return token;
        }

        var next = token + 1;
        var colon =
            text.IsSymbol(next, ':')
            && text.IsJoined(next)
            && text.IsJoined(next + 1)
            && text.IsDigits(next + 1)
            && text.Tokens[next + 1] is { Length: 2, Value: < 60 };
        if (colon)
        {
            next += 2;
        }

        if (text.SameLine(next) && text.TryMatch(next, Mark.Clock, out var mark))
        {
            var minutes = text.IsJoined(mark.Next) && text.IsDigits(mark.Next) && text.Tokens[mark.Next].Length == 2;
            return minutes ? mark.Next + 1 : mark.Next;
        }

        return colon ? next : token;
    }

    // "14 de enero de 2025", "16/20 November", "8 Jun", "16 al 20 de mayo", "5 dias"
    private static int DayOfMonth(TokenizedText text, int token)
    {
        if (text.Tokens[token].Value is < 1 or > 31)
        {
            return token;
        }

        var next = token + 1;
        if (text.SameLine(next) && text.TryMatch(next, Mark.Day, out var days))
        {
            return days.Next;
        }

        next = SecondDay(text, next);
        next = SkipJoiners(text, next);
        return text.SameLine(next) && text.TryMatch(next, Mark.Month, out var month) ? Year(text, month.Next) : token;
    }

    private static int SecondDay(TokenizedText text, int token)
    {
        var next = text.SameLine(token) && (IsDateSign(text, token) || text.Is(token, Mark.DateJoiner)) ? token + 1 : token;
        return next > token && text.SameLine(next) && text.IsDigits(next) && text.Tokens[next].Value is >= 1 and <= 31 ? next + 1 : token;
    }

    private static int SkipJoiners(TokenizedText text, int token)
    {
        while (
            text.SameLine(token)
            && (text.Is(token, Mark.DateJoiner) || text.IsSymbol(token, '-') || text.IsSymbol(token, '/'))
            && !text.Is(token, Mark.Month)
        )
        {
            token++;
        }

        return token;
    }

    private static int Year(TokenizedText text, int token)
    {
        var next = token;
        while (
            text.SameLine(next)
            && next < token + 2
            && (text.Is(next, Mark.DateJoiner) || text.IsSymbol(next, ',') || text.IsSymbol(next, '-') || text.IsSymbol(next, '/'))
        )
        {
            next++;
        }

        return text.SameLine(next) && text.IsDigits(next) && text.Tokens[next] is { Length: 4, Value: > 1900 and < 2100 }
            ? next + 1
            : token;
    }

    private static int Phrase(TokenizedText text, int token)
    {
        if (
            text.TryMatch(token, Mark.Week, out var week)
            && text.SameLine(week.Next)
            && text.IsDigits(week.Next)
            && text.Tokens[week.Next].Value is >= 1 and <= 53
        )
        {
            return week.Next + 1;
        }

        if (text.TryMatch(token, Mark.DatePhrase, out var phrase))
        {
            var month = SkipJoiners(text, phrase.Next);
            return text.SameLine(month) && text.TryMatch(month, Mark.Month, out var named) ? Year(text, named.Next) : phrase.Next;
        }

        if (text.TryMatch(token, Mark.Month, out var match))
        {
            return Month(text, token, match);
        }

        return text.TryMatch(token, Mark.Weekday, out var weekday) ? weekday.Next : token;
    }

    private static int Month(TokenizedText text, int token, Match month)
    {
        var day =
            text.SameLine(month.Next) && text.IsDigits(month.Next) && text.Tokens[month.Next] is { Length: <= 2, Value: >= 1 and <= 31 };
        if (day && !text.Is(month.Next + 1, Mark.Unit) && !text.Is(month.Next + 1, Mark.Percent))
        {
            return Year(text, SecondDay(text, month.Next + 1));
        }

        var year = Year(text, month.Next);
        var surrounded =
            text.Ends(token - 1, Mark.To)
            || text.Ends(token - 1, Mark.At)
            || text.Ends(token - 1, Mark.DateCue)
            || text.Ends(token - 1, Mark.DateJoiner)
            || text.Is(month.Next, Mark.DateCue)
            || IsSecondMonth(text, month.Next);
        return year > month.Next || surrounded || !text.Is(token, Mark.NameMonth) ? year : token;
    }

    private static bool IsSecondMonth(TokenizedText text, int next) =>
        text.SameLine(next) && text.Is(next, Mark.Joiner) && text.Is(next + 1, Mark.Month);
}
