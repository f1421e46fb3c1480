namespace Cosecha.Catalog;

/// <summary>File <c>cleaning.json</c>: which differences between two texts are form only, so that near-duplicates are known.</summary>
/// <param name="SameAs">Words, each with the abbreviations and other spellings that stand for it.</param>
/// <param name="Fillers">Words that may be there or not without a change of meaning.</param>
/// <param name="Negations">Words that turn what follows into its opposite.</param>
/// <param name="Ordered">Words around which the order of the others matters.</param>
/// <param name="Endings">Endings of number and person, which change no meaning.</param>
/// <param name="OppositePrefixes">What makes a word its opposite when it stands before it.</param>
public sealed record CleaningWords(
    IReadOnlyDictionary<string, IReadOnlyList<string>> SameAs,
    IReadOnlyList<string> Fillers,
    IReadOnlyList<string> Negations,
    IReadOnlyList<string> Ordered,
    IReadOnlyList<string> Endings,
    IReadOnlyList<string> OppositePrefixes
);
