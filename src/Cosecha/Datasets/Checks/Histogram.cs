namespace Cosecha.Datasets.Checks;

/// <summary>
/// Counts how often each value comes. Exact, and small: sizes of lines repeat, and a file of 512 MB has room for about twenty thousand different ones.
/// </summary>
public sealed class Histogram
{
    private readonly SortedDictionary<int, long> _counts = [];
    private long _values;

    /// <summary>The sum of all values.</summary>
    public long Sum { get; private set; }

    /// <summary>Adds a value.</summary>
    public void Add(int value)
    {
        _counts[value] = _counts.GetValueOrDefault(value) + 1;
        _values++;
        Sum += value;
    }

    /// <summary>The figures, to a tenth; null without any value.</summary>
    public Distribution? ToDistribution() =>
        _values == 0
            ? null
            : new(
                _counts.First().Key,
                _counts.Last().Key,
                Math.Round((double)Sum / _values, 1),
                Quantile(0.5),
                Quantile(0.05),
                Quantile(0.95)
            );

    private double Quantile(double share)
    {
        var place = share * (_values - 1);
        var (low, high) = (ValueAt((long)Math.Floor(place)), ValueAt((long)Math.Ceiling(place)));
        return Math.Round(low + (high - low) * (place - Math.Floor(place)), 1);
    }

    private int ValueAt(long rank)
    {
        var before = 0L;
        return _counts.First(c => (before += c.Value) > rank).Key;
    }
}
