namespace Cosecha.Datasets;

/// <summary>Counts of examples, each by name.</summary>
/// <param name="Intents">By intent of the question.</param>
/// <param name="Languages">By language of the question; <c>unknown</c> where the text does not tell.</param>
/// <param name="Labelers">By who gave the label: name, model and version of the instructions, as <c>ai gpt-4o-mini 2</c>.</param>
/// <param name="ConsentTexts">By version of the consent text that the user agreed to.</param>
public sealed record ManifestContents(
    IReadOnlyDictionary<string, int> Intents,
    IReadOnlyDictionary<string, int> Languages,
    IReadOnlyDictionary<string, int> Labelers,
    IReadOnlyDictionary<string, int> ConsentTexts
)
{
    private static readonly IReadOnlyDictionary<string, int> s_nothing = new Dictionary<string, int>();

    /// <summary>Nothing, as of builds that did not count.</summary>
    public static ManifestContents Empty { get; } = new(s_nothing, s_nothing, s_nothing, s_nothing);
}
