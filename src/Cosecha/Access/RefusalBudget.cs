namespace Cosecha.Access;

/// <summary>How many refused calls are written down: a stranger without a key must not be able to fill the audit.</summary>
public sealed class RefusalBudget(TimeProvider clock)
{
    /// <summary>Entries a minute at most, by each process.</summary>
    public const int PerMinute = 60;

    private readonly Lock _lock = new();
    private long _minute;
    private int _used;

    /// <summary>Whether one more may be written in this minute.</summary>
    public bool TryTake()
    {
        var minute = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        lock (_lock)
        {
            (_minute, _used) = minute == _minute ? (_minute, _used + 1) : (minute, 1);
            return _used <= PerMinute;
        }
    }
}
