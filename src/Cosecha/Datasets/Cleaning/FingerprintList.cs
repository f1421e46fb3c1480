namespace Cosecha.Datasets.Cleaning;

/// <summary>A list that grows by pieces, so that it never stands in memory twice.</summary>
public sealed class FingerprintList
{
    private const int Bits = 12;
    private const int Piece = 1 << Bits;

    private readonly List<Fingerprint[]> _pieces = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A fingerprint, in place.</summary>
    public ref readonly Fingerprint this[int index] => ref _pieces[index >> Bits][index & (Piece - 1)];

    /// <summary>Adds one.</summary>
    public void Add(in Fingerprint fingerprint)
    {
        if (Count == _pieces.Count * Piece)
        {
            _pieces.Add(new Fingerprint[Piece]);
        }

        _pieces[Count >> Bits][Count & (Piece - 1)] = fingerprint;
        Count++;
    }

    /// <summary>Adds all of another list.</summary>
    public void AddAll(FingerprintList others)
    {
        for (var i = 0; i < others.Count; i++)
        {
            Add(others[i]);
        }
    }
}
