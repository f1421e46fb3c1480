namespace Cosecha.Telemetry;

/// <summary>What an instrument of the meter <see cref="PipelineMetrics.MeterName"/> is called and how it is read.</summary>
/// <param name="Name">Name, as the semantic conventions of OpenTelemetry form them: dotted, lower case, without the unit.</param>
/// <param name="Unit">Unit in UCUM; what is counted stands in braces.</param>
/// <param name="Description">What it measures.</param>
/// <param name="Attributes">Keys of what its values are told apart by. A counter has one at most: the reason that it is counted with.</param>
public sealed record InstrumentDefinition(string Name, string Unit, string Description, params string[] Attributes)
{
    /// <summary>Where the buckets of a histogram end, ascending, in <see cref="Unit"/>; null for a counter.</summary>
    public double[]? Buckets { get; init; }
}
