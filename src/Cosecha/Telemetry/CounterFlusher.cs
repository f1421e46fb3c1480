using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cosecha.Telemetry;

/// <summary>
/// Saves the daily totals of this process every few seconds and at the end. Each process writes rows of its own and replaces them whole, so that
/// nothing is counted twice and no two processes meet; a process that is killed loses the counts of a few seconds and nothing else.
/// </summary>
public sealed partial class CounterFlusher(PipelineMetrics metrics, ICounterStore store, TimeProvider clock, ILogger<CounterFlusher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly string _process = string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.MachineName}-{Environment.ProcessId}-{clock.GetUtcNow().UtcTicks}"
    );

    private readonly Dictionary<DateOnly, double> _saved = [];
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Saves what changed since the last time.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var (day, totals) in metrics.Totals())
            {
                var sum = totals.Values.Sum();
                if (!_saved.TryGetValue(day, out var saved) || saved < sum)
                {
                    await store.SaveAsync(day, _process, totals, cancellationToken);
                    _saved[day] = sum;
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // The host stops: save once more below.
            }

            await TryFlushAsync();
        }
    }

    private async Task TryFlushAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Interval, clock);
            await FlushAsync(limit.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Counting must never stop the work; the totals are still here and go out with the next flush.
            LogNotSaved(e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Counters could not be saved ({Error}); they stay in memory until the next try")]
    private partial void LogNotSaved(string error);
}
