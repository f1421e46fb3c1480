using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Cosecha.Catalog;

/// <summary>Every phrase of the catalog in one prefix tree over words, so that a text is looked up in one walk.</summary>
internal sealed class Lexicon
{
    // Punctuation that people put inside a phrase or leave out: e-z peel, h.l.s.o., pelado/desvenado.
    private const string Skipped = "-./'";

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int[] _roots;

    // Used again by the thread's next text: the matches are copied out at their right length.
    [ThreadStatic]
    private static List<Match>? t_matches;
    private readonly FrozenDictionary<long, int> _edges;
    private readonly LexiconEntry[][] _entries;
    private readonly SpellingIndex _spelling;

    public Lexicon(
        Dictionary<string, int> words,
        Dictionary<long, int> edges,
        IReadOnlyList<IReadOnlyList<LexiconEntry>> entries,
        SpellingIndex spelling
    )
    {
        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _roots = new int[words.Count + 1];
        foreach (var (edge, node) in edges)
        {
            if (edge >> 32 == 0)
            {
                _roots[edge & uint.MaxValue] = node;
            }
        }

        _edges = edges.Where(e => e.Key >> 32 != 0).ToFrozenDictionary();
        _entries = [.. entries.Select(e => e.ToArray())];
        _spelling = spelling;
    }

    public static bool IsSkipped(Token token) =>
        token.Kind == TokenKind.Symbol && Skipped.Contains((char)token.Value, StringComparison.Ordinal);

    /// <summary>Looks a text up.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tolerant">Whether misspelled words count as the words that are meant.</param>
    public TokenizedText Scan(string text, bool tolerant)
    {
        var tokens = Tokenizer.Tokenize(text, tolerant ? WordOrTypo : Word);
        var matches = t_matches ??= new List<Match>(256);
        matches.Clear();
        var firsts = new int[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            firsts[i] = matches.Count;
            if (tokens[i].Word != 0 && _roots[tokens[i].Word] is > 0 and var node)
            {
                Walk(tokens, i, node, matches);
            }
        }

        firsts[tokens.Length] = matches.Count;
        return new TokenizedText(text, tokens, CollectionsMarshal.AsSpan(matches).ToArray(), firsts);
    }

    /// <summary>Whether a phrase has this word, spelled so.</summary>
    public bool Knows(ReadOnlySpan<char> folded) => Word(folded) != 0;

    private int Word(ReadOnlySpan<char> folded) => _words.TryGetValue(folded, out var word) ? word : 0;

    private int WordOrTypo(ReadOnlySpan<char> folded) =>
        _words.TryGetValue(folded, out var word) ? word
        : char.IsLetter(folded[0]) ? _spelling.Find(folded)
        : 0;

    private void Walk(Token[] tokens, int first, int node, List<Match> matches)
    {
        for (var next = first + 1; ; next++)
        {
            foreach (var entry in _entries[node])
            {
                matches.Add(new Match(first, next - first, entry));
            }

            if (next < tokens.Length - 1 && IsSkipped(tokens[next]) && tokens[next].Gap == Gap.None && tokens[next + 1].Gap == Gap.None)
            {
                next++;
            }

            if (next >= tokens.Length || tokens[next].Gap == Gap.Line || tokens[next].Word == 0)
            {
                return;
            }

            if (!_edges.TryGetValue(((long)node << 32) | (uint)tokens[next].Word, out node))
            {
                return;
            }
        }
    }
}
