namespace Cosecha.Datasets.Cleaning;

/// <summary>A list that grows by pieces, so that it never stands in memory twice.</summary>
internal sealed class EntryList
{
    private const int Bits = 12;
    private const int Piece = 1 << Bits;

    private readonly List<NearEntry[]> _pieces = [];

    public int Count { get; private set; }

    public ref NearEntry this[int index] => ref _pieces[index >> Bits][index & (Piece - 1)];

    public ref NearEntry Add()
    {
        if (Count == _pieces.Count * Piece)
        {
            _pieces.Add(new NearEntry[Piece]);
        }

        return ref this[Count++];
    }
}
