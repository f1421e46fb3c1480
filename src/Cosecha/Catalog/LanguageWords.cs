namespace Cosecha.Catalog;

/// <summary>A file of <c>languages/</c>: the words of one language that numbers, dates, directions and corrections are made of.</summary>
/// <param name="Code">ISO 639-1 code.</param>
/// <param name="Numbers">Number words.</param>
/// <param name="Multipliers">Words that multiply the number before them.</param>
/// <param name="Fractions">Words for parts of one.</param>
/// <param name="NumberJoiner">Words inside a number, as in thirty-one in Spanish.</param>
/// <param name="Percent">Words for the percent sign.</param>
/// <param name="Months">Months and their short forms.</param>
/// <param name="NameMonths">The months among them that are also names or words, and so need a date's surroundings.</param>
/// <param name="Weekdays">Days of the week.</param>
/// <param name="Dates">Phrases that say when.</param>
/// <param name="Weeks">Words before a week's number.</param>
/// <param name="DateJoiners">Words inside a date.</param>
/// <param name="DateCues">Words that announce a date.</param>
/// <param name="Clocks">Words after an hour.</param>
/// <param name="Days">Words after a count of days.</param>
/// <param name="PhoneCues">Words that announce a phone number.</param>
/// <param name="Ranges">Words between the two numbers of a size.</param>
/// <param name="Per">Words between a price and its unit.</param>
/// <param name="To">Words before a place to which goods go.</param>
/// <param name="At">Words before a place, whatever happens there.</param>
/// <param name="From">Words before a place from which something comes.</param>
/// <param name="Of">The words among these before a place to which something belongs.</param>
/// <param name="Joiners">Words that join two things of a kind.</param>
/// <param name="Articles">Words that may stand between a word and what it bears on.</param>
/// <param name="Words">Frequent words, by which the language is told.</param>
/// <param name="Sounds">Spellings that sound alike: what is written, and what it is taken for.</param>
public sealed record LanguageWords(
    string Code,
    IReadOnlyDictionary<string, double> Numbers,
    IReadOnlyDictionary<string, double> Multipliers,
    IReadOnlyDictionary<string, double> Fractions,
    IReadOnlyList<string> NumberJoiner,
    IReadOnlyList<string> Percent,
    IReadOnlyList<string> Months,
    IReadOnlyList<string> NameMonths,
    IReadOnlyList<string> Weekdays,
    IReadOnlyList<string> Dates,
    IReadOnlyList<string> Weeks,
    IReadOnlyList<string> DateJoiners,
    IReadOnlyList<string> DateCues,
    IReadOnlyList<string> Clocks,
    IReadOnlyList<string> Days,
    IReadOnlyList<string> PhoneCues,
    IReadOnlyList<string> Ranges,
    IReadOnlyList<string> Per,
    IReadOnlyList<string> To,
    IReadOnlyList<string> At,
    IReadOnlyList<string> From,
    IReadOnlyList<string> Of,
    IReadOnlyList<string> Joiners,
    IReadOnlyList<string> Articles,
    IReadOnlyList<string> Words,
    IReadOnlyDictionary<string, string> Sounds
);
