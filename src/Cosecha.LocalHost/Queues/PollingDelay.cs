namespace Cosecha.LocalHost.Queues;

/// <summary>The pause between receives of an empty queue: doubles from 100 ms to the longest, with a jitter of a fifth.</summary>
/// <param name="longest">maxPollingInterval of host.json.</param>
/// <param name="jitter">Keeps hosts from polling in step.</param>
internal sealed class PollingDelay(TimeSpan longest, Random jitter)
{
    // The first pause and the jitter are those of the Azure Functions host.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private TimeSpan next = Shortest;

    public void Reset() => next = Shortest;

    public TimeSpan Next()
    {
        var delay = next * (0.8 + 0.4 * jitter.NextDouble());
        next = next * 2 < longest ? next * 2 : longest;
        return delay < longest ? delay : longest;
    }
}
