using System.Globalization;
using System.Text.RegularExpressions;

namespace Cosecha.Importing.WhatsApp;

/// <summary>
/// The beginning of an entry of an exported chat. Android writes <c>31/1/26, 14:05 - Ana: text</c>, iOS <c>[31/1/26, 14:05:33] Ana: text</c>; date, clock and
/// separators follow the phone's language. WhatsApp documents none of it: these are the forms that its exports have.
/// </summary>
internal sealed partial record ChatHeader
{
    private ChatHeader(Match match)
    {
        (First, Second, Third) = (match.Groups["a"].Value, Number(match.Groups["b"]), match.Groups["c"].Value);
        Clock = ReadClock(match);
        Form = new(
            match.Groups["open"].Success,
            match.Groups["separator"].ValueSpan[0],
            match.Groups["s"].Success,
            match.Groups["half"].Success,
            First.Length > 2 || Third.Length > 2
        );
        Rest = match.Groups["rest"].Value;
    }

    /// <summary>How this export writes its entries.</summary>
    public ChatForm Form { get; }

    /// <summary>What follows: the sender and the text, or a notice.</summary>
    public string Rest { get; }

    private string First { get; }

    private int Second { get; }

    private string Third { get; }

    private TimeSpan? Clock { get; }

    /// <summary>Reads a line; null when it begins no entry.</summary>
    public static ChatHeader? Read(string line)
    {
        var match = Pattern().Match(line.TrimStart(Invisible.Characters));
        return match.Success && match.Groups["open"].Success == match.Groups["close"].Success ? new(match) : null;
    }

    /// <summary>The time on the phone's clock; null when there is no such time in this order of the date.</summary>
    public DateTime? Time(DateOrder order)
    {
        var first = int.Parse(First, CultureInfo.InvariantCulture);
        var third = int.Parse(Third, CultureInfo.InvariantCulture);
        var (day, month, year, digits) = order switch
        {
            DateOrder.Dmy => (first, Second, third, Third.Length),
            DateOrder.Mdy => (Second, first, third, Third.Length),
            _ => (third, Second, first, First.Length),
        };
        // The part that is no year has two digits at most, so that a year of four is never taken for a day.
        var fits = digits is 2 or 4 && First.Length + Third.Length <= digits + 2;
        year = digits == 2 ? 2000 + year : year;
        return fits && Clock is { } clock && year >= 2000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTime(year, month, day).Add(clock)
            : null;
    }

    private static TimeSpan? ReadClock(Match match)
    {
        var (hour, minute) = (Number(match.Groups["h"]), Number(match.Groups["m"]));
        var second = match.Groups["s"].Success ? Number(match.Groups["s"]) : 0;
        if (match.Groups["half"].Success)
        {
            hour = hour is < 1 or > 12 ? 24 : hour % 12 + (match.Groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        return hour < 24 && minute < 60 && second < 60 ? new TimeSpan(hour, minute, second) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    // U+00A0 and U+202F are the blanks before and within "p. m.".
    [GeneratedRegex(
        @"^(?<open>\[)?(?<a>[0-9]{1,4})(?<separator>[/.-])(?<b>[0-9]{1,2})[/.-](?<c>[0-9]{1,4}),?[ \u00a0\u202f]"
            + @"(?<h>[0-9]{1,2})[:.](?<m>[0-9]{2})(?:[:.](?<s>[0-9]{2}))?"
            + @"(?:[ \u00a0\u202f]?(?<half>[AaPp])\.?[ \u00a0\u202f]?[Mm]\.?)?(?:(?<close>\]) ?| [-\u2013] )(?<rest>.*)\z",
        RegexOptions.NonBacktracking | RegexOptions.Singleline
    )]
    private static partial Regex Pattern();
}
