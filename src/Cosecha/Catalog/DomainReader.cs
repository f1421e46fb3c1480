namespace Cosecha.Catalog;

/// <summary>Reads the business in a text. One walk over the tokens, linear in the length of the text; safe to share between threads.</summary>
public sealed class DomainReader
{
    private readonly Lexicon _lexicon;
    private readonly SizeReader _sizes;

    /// <summary>Prepares the catalog's words; takes a few milliseconds, so keep the reader.</summary>
    /// <param name="catalog">The business.</param>
    public DomainReader(DomainCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _lexicon = CatalogLexicon.From(catalog).Build(new SoundRules(catalog.Languages.SelectMany(l => l.Sounds)));
        _sizes = new SizeReader(catalog.Sizes);
    }

    /// <summary>Finds the stretches that belong to the business, in a text that may hold personal data: words are taken as they are spelled, lest a name passes for a place.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Spans in order of position; they do not overlap.</returns>
    public IReadOnlyList<DomainSpan> Read(string text) => Read(text, tolerant: false).Spans;

    /// <summary>Reads a text without personal data for the filter and the labeler, which look at more than its spans. Misspelled words count as the words that are meant.</summary>
    /// <param name="text">Any text.</param>
    public DomainText ReadText(string text) => Read(text, tolerant: true);

    /// <summary>Whether the catalog spells a word so.</summary>
    internal bool Knows(ReadOnlySpan<char> folded) => _lexicon.Knows(folded);

    private DomainText Read(string text, bool tolerant)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = _lexicon.Scan(text, tolerant);
        return new DomainText(tokens, Find(tokens));
    }

    private List<Found> Find(TokenizedText text)
    {
        var all = new List<Found>();
        var phonePieces = PhoneGuard.Find(text, (from, to) => _sizes.IsKnown(text, from, to));
        for (var i = 0; i < text.Count; )
        {
            if (!TryRead(text, i, phonePieces, out var found))
            {
                i++;
                continue;
            }

            all.Add(found);
            i = found.Next;
        }

        return all;
    }

    // The order settles what a stretch is that could be two things: 002-001-000033799 is no date, 16/20 November no size.
    private bool TryRead(TokenizedText text, int token, bool[] phonePieces, out Found found)
    {
        if (!text.IsDigits(token) && !text.IsKnown(token))
        {
            return DocumentReader.TryRead(text, token, out found);
        }

        return DocumentReader.TryRead(text, token, out found)
            || DateReader.TryRead(text, token, out found)
            || ProductReader.TryRead(text, token, out found)
            || _sizes.TryRead(text, token, phonePieces, out found)
            || (!phonePieces[token] && AmountReader.TryRead(text, token, out found))
            || DateReader.TryShort(text, token, out found)
            || TryIncoterm(text, token, out found)
            || PlaceReader.TryRead(text, token, out found);
    }

    private static bool TryIncoterm(TokenizedText text, int token, out Found found)
    {
        var known = text.TryMatch(token, Mark.Incoterm, out var match);
        found = known ? new(DomainKind.Incoterm, token, match.Next, match.Entry.Value) : default;
        return known;
    }
}
