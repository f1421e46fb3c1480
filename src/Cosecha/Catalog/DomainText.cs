namespace Cosecha.Catalog;

/// <summary>A text that was read once, for all who need to know what is in it.</summary>
public sealed class DomainText
{
    private readonly Lazy<IReadOnlyList<DomainSpan>> _spans;

    internal DomainText(TokenizedText tokens, List<Found> found)
    {
        (Tokens, Found) = (tokens, found);
        _spans = new(() => found.ConvertAll(f => ToSpan(tokens, f)), LazyThreadSafetyMode.None);
    }

    /// <summary>The text.</summary>
    public string Text => Tokens.Text;

    /// <summary>What belongs to the business, in order of position, without overlaps.</summary>
    public IReadOnlyList<DomainSpan> Spans => _spans.Value;

    internal TokenizedText Tokens { get; }

    internal List<Found> Found { get; }

    internal static DomainSpan ToSpan(TokenizedText tokens, Found found)
    {
        var start = tokens.Tokens[found.First].Start;
        return new(found.Kind, start, tokens.Tokens[found.Next - 1].End - start, found.Value, found.Number);
    }
}
