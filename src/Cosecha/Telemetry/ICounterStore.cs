namespace Cosecha.Telemetry;

/// <summary>Keeps the daily totals of every process that ever ran.</summary>
public interface ICounterStore
{
    /// <summary>Replaces the totals of one process and day.</summary>
    Task SaveAsync(DateOnly day, string process, IReadOnlyDictionary<string, double> totals, CancellationToken cancellationToken);

    /// <summary>The totals of all processes together, by day, from the given day on.</summary>
    Task<IReadOnlyDictionary<DateOnly, Dictionary<string, double>>> ReadAsync(DateOnly from, CancellationToken cancellationToken);
}
