using Cosecha.Telemetry;
using Microsoft.Extensions.Logging;

namespace Cosecha.Audit;

/// <summary>
/// Writes down who did what. An act that cannot be written down is not undone, but its request fails, so that it is repeated: every such act bears a
/// repeat. The caller's cancellation plays no part here, or somebody could act and hang up before it is written down.
/// </summary>
public sealed partial class AuditTrail(IAuditLog log, PipelineMetrics metrics, TimeProvider clock, ILogger<AuditTrail> logger)
{
    /// <summary>Writes an entry; throws when the storage does not take it.</summary>
    public Task RecordAsync(string actor, AuditAction action, string target, AuditOutcome outcome) =>
        log.RecordAsync(new(clock.GetUtcNow(), actor, action, target, outcome), CancellationToken.None);

    /// <summary>Writes an entry about what fails or is refused anyway: an entry that is lost is counted and logged, and changes nothing.</summary>
    public async Task TryRecordAsync(string actor, AuditAction action, string target, AuditOutcome outcome)
    {
        try
        {
            await RecordAsync(actor, action, target, outcome);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            metrics.Count(CounterNames.AuditLost, $"{action}");
            LogLost(action, outcome, e.GetType().Name);
        }
    }

    /// <summary>Acts, and writes down that it is done, or that it failed.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="action">What is done.</param>
    /// <param name="function">The target when nothing else can be told.</param>
    /// <param name="act">The act.</param>
    /// <param name="describe">The target of an act, and what became of it; null for <paramref name="function"/>, and done.</param>
    public async Task<T> RunAsync<T>(
        string actor,
        AuditAction action,
        string function,
        Func<Task<T>> act,
        Func<T, (string Target, AuditOutcome Outcome)>? describe = null
    )
    {
        T result;
        try
        {
            result = await act();
        }
        catch
        {
            await TryRecordAsync(actor, action, function, AuditOutcome.Failed);
            throw;
        }

        var (target, outcome) = describe?.Invoke(result) ?? (function, AuditOutcome.Done);
        await RecordAsync(actor, action, target, outcome);
        return result;
    }

    [LoggerMessage(LogLevel.Error, "An entry of the audit is lost: {Action} {Outcome} ({Problem})")]
    private partial void LogLost(AuditAction action, AuditOutcome outcome, string problem);
}
