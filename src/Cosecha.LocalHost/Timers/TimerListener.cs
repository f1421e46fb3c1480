using Cosecha.Azure;
using Cosecha.Azure.Blobs;
using Cosecha.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Cosecha.LocalHost.Timers;

/// <summary>Fires one timer function when it is due, while this host has its lock.</summary>
internal sealed class TimerListener(
    FunctionDescriptor function,
    FunctionInvoker invoker,
    TimerBlobs blobs,
    HostShutdown shutdown,
    IOptions<FunctionsHostOptions> options,
    TimeProvider time,
    ILogger<TimerListener> logger
)
{
    // Task.Delay takes up to 49 days; a schedule may want longer.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private readonly TimerTrigger trigger = (TimerTrigger)function.Trigger;
    private readonly TimerSchedule schedule = ((TimerTrigger)function.Trigger).Schedule;
    private readonly TimerStatusStore store = new(blobs.Status(function));
    private bool firedOnStartup;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Fires until the shutdown begins, and returns when the last run has ended.</summary>
    public async Task RunAsync()
    {
        while (!shutdown.Stopping.IsCancellationRequested)
        {
            try
            {
                await blobs.CreateContainerAsync(shutdown.Stopping);
                await using var taken = await BlobLock.TryTakeAsync(
                    blobs.Lock(function),
                    options.Value.TimerLease,
                    time,
                    ReportLost,
                    shutdown.Stopping
                );
                if (taken is not null)
                    await FireWhileHeldAsync(taken.Lost);
            }
            catch (OperationCanceledException) when (shutdown.Stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem) when (StorageProblem.Is(problem))
            {
                logger.StorageFailed(function.Name, ExceptionSummary.Of(problem));
            }
            await PauseAsync(options.Value.TimerLease / 3, shutdown.Stopping);
        }
    }

    private async Task FireWhileHeldAsync(CancellationToken lost)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(lost, shutdown.Stopping);
        var monitored = trigger.UseMonitor && !schedule.IsTooFrequentToMonitor(Now);
        var status = monitored ? await store.ReadAsync(either.Token) : null;
        if (status is null)
        {
            status = Status(last: default);
            if (monitored)
                await store.WriteAsync(status, either.Token);
        }
        // One occurrence after the other from the recorded one on, so that none falls between two looks at the clock.
        var due = schedule.Next(status.Last == default ? status.LastUpdated : status.Last);
        var pastDue = due <= Now;
        if (pastDue || (trigger.RunOnStartup && !firedOnStartup))
        {
            status = await FireAsync(status, Now, pastDue, monitored);
            due = schedule.Next(Now);
        }
        firedOnStartup = true;
        while (!either.IsCancellationRequested)
        {
            logger.Waiting(function.Name, due);
            if (await WaitUntilAsync(due, either.Token))
                status = await FireAsync(status, due, pastDue: false, monitored);
            due = schedule.Next(Now);
        }
    }

    private async Task<ScheduleStatus> FireAsync(ScheduleStatus status, DateTime occurrence, bool pastDue, bool monitored)
    {
        logger.Firing(function.Name, pastDue);
        try
        {
            var info = new TimerInfo { ScheduleStatus = status, IsPastDue = pastDue };
            await invoker.InvokeAsync(function, info, shutdown.Aborting).WaitAsync(shutdown.Abandoning);
        }
        // A run that was cut off is not recorded: the next start finds it past due. One that failed is: the schedule goes on.
        catch (Exception) when (shutdown.Aborting.IsCancellationRequested)
        {
            return status;
        }
        catch (Exception problem)
        {
            logger.FunctionFailed(function.Name, ExceptionSummary.Of(problem));
        }
        var next = Status(occurrence);
        if (monitored)
            await RecordAsync(next);
        return next;
    }

    private async Task RecordAsync(ScheduleStatus status)
    {
        try
        {
            await store.WriteAsync(status, shutdown.Abandoning);
        }
        catch (Exception problem) when (StorageProblem.Is(problem))
        {
            logger.StorageFailed(function.Name, ExceptionSummary.Of(problem));
        }
    }

    private ScheduleStatus Status(DateTime last) =>
        new()
        {
            Last = last,
            Next = schedule.Next(Now),
            LastUpdated = Now,
        };

    private void ReportLost(Exception problem) => logger.LockLost(function.Name, ExceptionSummary.Of(problem));

    private async Task<bool> WaitUntilAsync(DateTime due, CancellationToken cancellationToken)
    {
        while (Now < due && !cancellationToken.IsCancellationRequested)
            await PauseAsync(due - Now < LongestDelay ? due - Now : LongestDelay, cancellationToken);
        return !cancellationToken.IsCancellationRequested;
    }

    private async Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        await Task.Delay(delay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
