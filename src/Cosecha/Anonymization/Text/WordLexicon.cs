using System.Collections.Frozen;

namespace Cosecha.Anonymization.Text;

/// <summary>The words of the lists, found by the hash of their folded form, and the names of several words.</summary>
internal sealed class WordLexicon(IEnumerable<KeyValuePair<ulong, WordFlags>> words, Phrases phrases, WordFilter dictionary)
{
    private readonly FrozenDictionary<ulong, WordFlags> _words = words.ToFrozenDictionary();

    /// <summary>The names of several words.</summary>
    public Phrases Phrases => phrases;

    /// <summary>The lists that hold the word of this hash.</summary>
    public WordFlags this[ulong hash]
    {
        get
        {
            _words.TryGetValue(hash, out var flags);
            return (flags & WordFlags.Ordinary) == 0 && dictionary.Contains(hash) ? flags | WordFlags.Dictionary : flags;
        }
    }

    /// <summary>Reads <c>catalog/names</c> and <c>catalog/privacy</c>.</summary>
    /// <param name="catalog">The catalog's folder.</param>
    /// <param name="options">The settings, for their allow and deny lists.</param>
    public static WordLexicon Load(string catalog, AnonymizationOptions options)
    {
        var words = new Dictionary<ulong, WordFlags>();
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "given.txt")), WordFlags.Given);
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "family.txt")), WordFlags.Family);
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "rare.txt")), WordFlags.RareName);
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "ordinary.txt")), WordFlags.Ordinary);
        AddAll(words, WordFile.Read(Path.Combine(catalog, "names", "ambiguous.txt")), WordFlags.Ambiguous | WordFlags.Ordinary);
        foreach (var (section, entry) in WordFile.ReadSections(Path.Combine(catalog, "privacy", "words.txt")))
        {
            AddAll(words, [entry], Enum.Parse<WordFlags>(section.Replace("-", "", StringComparison.Ordinal), ignoreCase: true));
        }

        var phrases = new Phrases();
        foreach (var place in WordFile.Read(Path.Combine(catalog, "names", "places.txt")))
        {
            if (place.Contains('_', StringComparison.Ordinal))
            {
                Add(words, phrases.Add(place, TokenCover.Place), WordFlags.PhraseHead);
            }
            else
            {
                AddAll(words, [place], WordFlags.PlaceWord);
            }
        }

        foreach (var brand in WordFile.Read(Path.Combine(catalog, "names", "brands.txt")))
        {
            Add(words, phrases.Add(brand, TokenCover.Brand), WordFlags.PhraseHead);
        }

        AddAll(words, options.Allow, WordFlags.Allowed);
        AddAll(words, options.Deny, WordFlags.Denied);
        return new WordLexicon(words, phrases, WordFilter.Load(Path.Combine(catalog, "names", "dictionary.bin")));
    }

    private static void AddAll(Dictionary<ulong, WordFlags> words, IEnumerable<string> entries, WordFlags flag)
    {
        foreach (var entry in entries)
        {
            Add(words, Folding.Hash(entry), flag);
        }
    }

    private static void Add(Dictionary<ulong, WordFlags> words, ulong hash, WordFlags flag) =>
        words[hash] = words.GetValueOrDefault(hash) | flag;
}
