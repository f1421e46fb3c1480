namespace Cosecha.Datasets.Cleaning;

/// <summary>A word of a text that is no fact.</summary>
/// <param name="Letters">Lower case without accents.</param>
/// <param name="Key">Its sound without its ending: equal keys are one word.</param>
/// <param name="Known">Whether it is spelled as a dictionary or the catalog spells a word.</param>
/// <param name="Filler">Whether it may be there or not.</param>
/// <param name="Negated">Whether a negation bears on it.</param>
/// <param name="Shortened">Whether a full stop stands right behind it.</param>
/// <param name="Capitals">Whether it is written in capitals only.</param>
internal readonly record struct FormWord(string Letters, string Key, bool Known, bool Filler, bool Negated, bool Shortened, bool Capitals);
