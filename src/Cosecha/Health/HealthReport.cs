namespace Cosecha.Health;

/// <summary>Whether the app can do its work.</summary>
/// <param name="Status">The worst of the checks.</param>
/// <param name="Checks">What was checked.</param>
/// <param name="Queues">Messages waiting, by queue, poison queues too; about right, as the storage counts them. Empty when the storage did not answer.</param>
public sealed record HealthReport(HealthStatus Status, IReadOnlyList<HealthCheck> Checks, IReadOnlyDictionary<string, int> Queues);
