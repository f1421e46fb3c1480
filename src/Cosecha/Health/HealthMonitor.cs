using Cosecha.Access;
using Cosecha.Ai;
using Cosecha.Telemetry;

namespace Cosecha.Health;

/// <summary>Answers whether the app can do its work: storage reachable, queues moving, staff let in, the language model there.</summary>
public sealed class HealthMonitor(IStorageProbe storage, AccessPolicy access, AiStatus model, HostSpans spans, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Checks everything now; takes five seconds at most.</summary>
    public async Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var queues = await TryReadQueuesAsync(either.Token, cancellationToken);
        var checks = new List<HealthCheck> { Storage(queues), Poison(queues), Access(), Model(), Telemetry() };
        return new(checks.Max(c => c.Status), checks, queues ?? new Dictionary<string, int>());
    }

    private async Task<IReadOnlyDictionary<string, int>?> TryReadQueuesAsync(CancellationToken limit, CancellationToken caller)
    {
        try
        {
            await storage.TouchAsync(limit);
            return await storage.ReadQueueDepthsAsync(limit);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !caller.IsCancellationRequested)
        {
            return null;
        }
    }

    private static HealthCheck Storage(IReadOnlyDictionary<string, int>? queues) =>
        queues is null
            ? new(
                "storage",
                HealthStatus.Unhealthy,
                "Tables, queues or blobs do not answer: check AzureWebJobsStorage and that the storage runs."
            )
            : new("storage", HealthStatus.Healthy, "Tables, queues and blobs answer.");

    private static HealthCheck Poison(IReadOnlyDictionary<string, int>? queues)
    {
        var poison =
            queues?.Where(q => q.Key.EndsWith("-poison", StringComparison.Ordinal) && q.Value > 0).Select(q => q.Key).ToList() ?? [];
        return poison.Count == 0
            ? new("poison", HealthStatus.Healthy, "No message has failed for good.")
            : new(
                "poison",
                HealthStatus.Degraded,
                $"Messages wait in {string.Join(", ", poison)}: cosecha failures says why; mend the cause, then cosecha redrive."
            );
    }

    private HealthCheck Access() =>
        access.Mode == AccessMode.Closed
            ? new("access", HealthStatus.Degraded, "Routes of staff are closed: set Access__PlatformAuthentication or Access__OperatorKey.")
            : new("access", HealthStatus.Healthy, "Routes of staff are guarded, or open on this machine only.");

    private HealthCheck Model() =>
        model.Problem is { } problem
            ? new("model", HealthStatus.Degraded, problem)
            : new("model", HealthStatus.Healthy, "The language model answers, or nothing needs it.");

    private HealthCheck Telemetry() =>
        spans.Problem is { } problem
            ? new("telemetry", HealthStatus.Degraded, problem)
            : new("telemetry", HealthStatus.Healthy, "No address of a request leaves the app, as far as it can tell.");
}
