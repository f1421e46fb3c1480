namespace Cosecha.Datasets.Checks;

/// <summary>Keeps the first findings of each severity and counts all of them.</summary>
/// <param name="maxKept">How many errors are kept, and how many warnings.</param>
internal sealed class FindingLog(int maxKept)
{
    private readonly SortedDictionary<FindingCode, long> _counts = [];
    private readonly List<Finding> _kept = [];
    private readonly int[] _keptBySeverity = new int[Enum.GetValues<Severity>().Length];

    public IReadOnlyDictionary<FindingCode, long> Counts => _counts;

    public IReadOnlyList<Finding> Kept => _kept;

    public long CountOf(Severity severity) => _counts.Where(c => FindingCodes.SeverityOf(c.Key) == severity).Sum(c => c.Value);

    public void Add(FindingCode code, long? line = null, int? message = null)
    {
        Count(code);
        Keep(code, line, message);
    }

    /// <summary>Counts every time and keeps the first: for what is true of each line if it is true of one.</summary>
    public void AddOnce(FindingCode code, long line)
    {
        Count(code);
        if (_counts[code] == 1)
        {
            Keep(code, line, null);
        }
    }

    private void Count(FindingCode code) => _counts[code] = _counts.GetValueOrDefault(code) + 1;

    private void Keep(FindingCode code, long? line, int? message)
    {
        var severity = FindingCodes.SeverityOf(code);
        if (_keptBySeverity[(int)severity]++ < maxKept)
        {
            _kept.Add(new(line, message, code, severity));
        }
    }
}
