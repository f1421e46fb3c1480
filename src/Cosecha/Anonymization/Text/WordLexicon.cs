using System.Collections.Frozen;

namespace Cosecha.Anonymization.Text;

/// <summary>The words of the lists, found by the hash of their folded form.</summary>
internal sealed class WordLexicon(IEnumerable<KeyValuePair<ulong, WordFlags>> words)
{
    private readonly FrozenDictionary<ulong, WordFlags> _words = words.ToFrozenDictionary();

    /// <summary>The lists that hold the word of this hash.</summary>
    public WordFlags this[ulong hash] => _words.TryGetValue(hash, out var flags) ? flags : WordFlags.None;

    /// <summary>Reads <c>catalog/names</c> and <c>catalog/privacy</c>.</summary>
    /// <param name="catalog">The catalog's folder.</param>
    /// <param name="options">The settings, for their allow and deny lists.</param>
    public static WordLexicon Load(string catalog, AnonymizationOptions options)
    {
        var words = new Dictionary<ulong, WordFlags>();
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "given.txt")), WordFlags.Given);
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "family.txt")), WordFlags.Family);
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "ordinary.txt")), WordFlags.Ordinary);
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "ambiguous.txt")), WordFlags.Ambiguous | WordFlags.Ordinary);
        foreach (var (section, entry) in WordFile.ReadSections(Path.Combine(catalog, "privacy", "words.txt")))
        {
            AddAll(words, [entry], Enum.Parse<WordFlags>(section.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));
        }

        AddAll(words, options.Allow, WordFlags.Allowed);
        AddAll(words, options.Deny, WordFlags.Denied);
        return new WordLexicon(words);
    }

    private static void AddAll(Dictionary<ulong, WordFlags> words, IEnumerable<string> entries, WordFlags flag)
    {
        foreach (var entry in entries)
        {
            var hash = Folding.Hash(entry);
            words[hash] = words.GetValueOrDefault(hash) | flag;
        }
    }
}
