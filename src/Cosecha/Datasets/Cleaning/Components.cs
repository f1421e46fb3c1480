namespace Cosecha.Datasets.Cleaning;

/// <summary>Connected components by union and find. The least member stands for its component, whatever the order of the unions.</summary>
internal sealed class Components
{
    private readonly int[] _parents;

    public Components(int count)
    {
        _parents = new int[count];
        for (var i = 0; i < count; i++)
        {
            _parents[i] = i;
        }
    }

    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            member = _parents[member] = _parents[_parents[member]];
        }

        return member;
    }

    public void Unite(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
