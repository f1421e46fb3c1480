namespace Cosecha.Datasets.Cleaning;

/// <summary>A list that grows by pieces, so that it never stands in memory twice. Not safe to write from several threads.</summary>
public sealed class FingerprintList
{
    private const int Bits = 12;
    private const int Piece = 1 << Bits;

    private readonly List<Fingerprint[]> _pieces = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    internal ref Fingerprint this[int index] => ref _pieces[index >> Bits][index & (Piece - 1)];

    /// <summary>Adds one; its place in the list is its index.</summary>
    /// <param name="fingerprint">Of the example.</param>
    public void Add(in Fingerprint fingerprint)
    {
        if (Count == _pieces.Count * Piece)
        {
            _pieces.Add(new Fingerprint[Piece]);
        }

        this[Count++] = fingerprint;
    }

    /// <summary>Adds those of another list, in its order.</summary>
    /// <param name="others">The other list.</param>
    public void AddAll(FingerprintList others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var count = others.Count;
        for (var i = 0; i < count; i++)
        {
            Add(others[i]);
        }
    }
}
