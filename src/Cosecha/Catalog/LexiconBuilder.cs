namespace Cosecha.Catalog;

/// <summary>Collects phrases into a <see cref="Lexicon"/>.</summary>
internal sealed class LexiconBuilder
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _edges = [];
    private readonly HashSet<int> _business = [];
    private readonly List<List<LexiconEntry>> _entries =
    [
        [],
    ];

    public LexiconBuilder Add(IEnumerable<string> phrases, LexiconEntry entry)
    {
        foreach (var phrase in phrases)
        {
            Add(phrase, entry);
        }

        return this;
    }

    public LexiconBuilder Add(IEnumerable<string> phrases, Mark mark) => Add(phrases, new LexiconEntry(mark));

    public LexiconBuilder Add(IReadOnlyDictionary<string, double> numbers, Mark mark)
    {
        foreach (var (phrase, number) in numbers)
        {
            Add(phrase, new LexiconEntry(mark, Number: number));
        }

        return this;
    }

    public void Add(string phrase, LexiconEntry entry)
    {
        var node = 0;
        foreach (var token in Words(phrase))
        {
            if (IsBusiness(entry))
            {
                _business.Add(token.Word);
            }

            var edge = ((long)node << 32) | (uint)token.Word;
            if (!_edges.TryGetValue(edge, out node))
            {
                node = _entries.Count;
                _edges.Add(edge, node);
                _entries.Add([]);
            }
        }

        if (!_entries[node].Contains(entry))
        {
            _entries[node].Add(entry);
        }
    }

    /// <summary>Finishes the lexicon.</summary>
    /// <param name="sounds">How words sound, for the tolerant look-up.</param>
    public Lexicon Build(SoundRules sounds) => new(_words, _edges, _entries, new SpellingIndex(_words, _business, sounds));

    // The words whose typing errors are worth a guess.
    private static bool IsBusiness(LexiconEntry entry) =>
        entry.Mark
            is Mark.Product
                or Mark.Family
                or Mark.Variant
                or Mark.TradeWord
                or Mark.SizeWord
                or Mark.Glaze
                or Mark.NoGlaze
                or Mark.Unit
                or Mark.Place
        || (entry.Mark == Mark.Cue && entry.Number >= 4);

    private Token[] Words(string phrase)
    {
        var tokens = Tokenizer.Tokenize(phrase, Number);
        var kept = tokens.Where(t => !Lexicon.IsSkipped(t)).ToArray();
        return kept.Length > 0 ? kept : tokens;
    }

    private int Number(ReadOnlySpan<char> folded)
    {
        var word = folded.ToString();
        if (!_words.TryGetValue(word, out var number))
        {
            number = _words.Count + 1;
            _words.Add(word, number);
        }

        return number;
    }
}
