using Cosecha.Anonymization.Text;
using Cosecha.Catalog;
using Folding = Cosecha.Catalog.Folding;

namespace Cosecha.Datasets.Cleaning;

/// <summary>What the catalog and the list of ordinary words say about single words and phrases.</summary>
internal sealed class FormVocabulary
{
    private const int ShortestStem = 3;
    private const int LongestShortFiller = 3;
    private const int ShortestRare = 6;
    private const int ShortestGlue = 2;
    private const int ShortestGlued = 4;

    private readonly SoundRules _sounds;
    private readonly string[] _endings;
    private readonly IReadOnlyList<string> _opposites;
    private readonly HashSet<string> _ordinary;
    private readonly WordFilter? _dictionary;
    private readonly DomainReader _reader;
    private readonly Dictionary<string, string> _sameAs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shortenedStarts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shortFillers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _fillers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _negations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ordered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _starts = new(StringComparer.Ordinal);

    /// <summary>Prepares the words.</summary>
    /// <param name="catalog">The business.</param>
    /// <param name="reader">Its reader.</param>
    /// <param name="folder">The catalog's folder, for its <c>names/ordinary.txt</c> and <c>names/dictionary.bin</c>; without them, more words pass for typing errors.</param>
    public FormVocabulary(DomainCatalog catalog, DomainReader reader, string folder)
    {
        _reader = reader;
        _sounds = new SoundRules(catalog.Languages.SelectMany(l => l.Sounds));
        _endings = [.. catalog.Cleaning.Endings.OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];
        _opposites = catalog.Cleaning.OppositePrefixes;
        var ordinary = Path.Combine(folder, "names", "ordinary.txt");
        _ordinary = File.Exists(ordinary) ? [.. WordFile.Read(ordinary)] : [];
        var dictionary = Path.Combine(folder, "names", "dictionary.bin");
        _dictionary = File.Exists(dictionary) ? WordFilter.Load(dictionary) : null;
        ReadSameAs(catalog.Cleaning.SameAs);
        string[] fillers = [.. catalog.Cleaning.Fillers.SelectMany(f => new[] { PhraseOf(f), PhraseOf(Canonical(f)) })];
        _shortFillers.UnionWith(fillers.Where(f => f.Length <= LongestShortFiller));
        _fillers.UnionWith(fillers.Select(SoundOf));
        _negations.UnionWith(catalog.Cleaning.Negations.Select(n => SoundOf(PhraseOf(n))));
        _ordered.UnionWith(catalog.Cleaning.Ordered.Select(PhraseOf));
        foreach (var sound in _fillers.Concat(_negations).Concat(_ordered.Select(SoundOf)))
        {
            _starts.UnionWith(Enumerable.Range(1, sound.Length).Select(length => sound[..length]));
        }

        Names = new NameSpelling(catalog, KeyOf);
    }

    public NameSpelling Names { get; }

    /// <summary>What a phrase, its words joined by spaces, is short for.</summary>
    public string? LongFormOf(string phrase) => _sameAs.GetValueOrDefault(phrase);

    /// <summary>Whether a phrase of several words that is short for something may begin with a word.</summary>
    public bool MayBeginShortened(string letters) => _shortenedStarts.Contains(letters);

    /// <summary>Whether a phrase that counts for something may begin with a word. The last sound may melt with the next word's first: "los saludo".</summary>
    public bool MayBegin(string letters) => _sounds.Of(letters) is not { Length: > 1 } sound || _starts.Contains(sound[..^1]);

    // By sound and without spaces: "por fabor" and "porfavor" are fillers too.
    // Short ones by their letters: "off" is no "of".
    public bool IsFiller(string phrase) =>
        phrase.Length <= LongestShortFiller ? _shortFillers.Contains(phrase) : _fillers.Contains(SoundOf(phrase));

    public bool IsNegation(string phrase) => _negations.Contains(SoundOf(phrase));

    public bool IsOrdered(string phrase) => _ordered.Contains(phrase);

    public bool IsOrdinary(string letters) => _ordinary.Contains(letters);

    public bool IsKnown(string letters) =>
        IsOrdinary(letters)
        || _reader.Knows(letters)
        || (letters.Length >= ShortestRare && _dictionary?.Contains(Anonymization.Text.Folding.Hash(letters)) == true);

    /// <summary>A filler and a word of the business that were written together ("perkilo"), apart again; null when the word is none.</summary>
    public string? Split(string letters)
    {
        for (var i = ShortestGlue; i <= letters.Length - ShortestGlued && !IsKnown(letters); i++)
        {
            if (IsFiller(letters[..i]) && _reader.Knows(letters.AsSpan(i)))
            {
                return letters.Insert(i, " ");
            }
        }

        return null;
    }

    /// <summary>The sound of a word without its ending.</summary>
    public string KeyOf(string letters)
    {
        var stem = _sounds.Of(letters);
        while (EndingOf(stem) is { } ending)
        {
            stem = stem[..^ending.Length];
        }

        return stem;
    }

    /// <summary>Whether two words are opposites by their looks: treated, untreated.</summary>
    public bool AreOpposite(string a, string b) =>
        a.Length < b.Length
            ? _opposites.Any(p =>
                b.Length == a.Length + p.Length && b.StartsWith(p, StringComparison.Ordinal) && b.EndsWith(a, StringComparison.Ordinal)
            )
            : a.Length > b.Length && AreOpposite(b, a);

    private void ReadSameAs(IReadOnlyDictionary<string, IReadOnlyList<string>> sameAs)
    {
        foreach (var (word, forms) in sameAs)
        {
            foreach (var form in forms)
            {
                var phrase = PhraseOf(form);
                _sameAs[phrase] = word;
                if (phrase.Contains(' ', StringComparison.Ordinal))
                {
                    _shortenedStarts.Add(phrase.Split(' ')[0]);
                }
            }
        }

        foreach (var (form, longForm) in _sameAs.ToList())
        {
            _sameAs[form] = Canonical(longForm);
        }
    }

    // "don't" is "do not", and "do" is "does".
    private string Canonical(string phrase) =>
        string.Join(' ', phrase.Split(' ').Select(word => word.Length > 1 ? _sameAs.GetValueOrDefault(Folding.Fold(word)) ?? word : word));

    private string? EndingOf(string stem)
    {
        foreach (var ending in _endings)
        {
            if (stem.Length >= ShortestStem + ending.Length && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending;
            }
        }

        return null;
    }

    private string SoundOf(string phrase) => _sounds.Of(phrase.Replace(" ", "", StringComparison.Ordinal));

    private static string PhraseOf(string phrase) =>
        string.Join(' ', Folding.Fold(phrase).Split([' ', '\'', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries));
}
