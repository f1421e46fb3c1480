namespace Cosecha.Health;

/// <summary>The outcome of one check.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status">How it is.</param>
/// <param name="Detail">What was seen, for a person; how to mend it when it is not healthy.</param>
public sealed record HealthCheck(string Name, HealthStatus Status, string Detail);
