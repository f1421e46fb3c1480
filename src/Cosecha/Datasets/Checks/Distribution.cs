namespace Cosecha.Datasets.Checks;

/// <summary>How a figure is spread over the examples. Percentiles lie between two values where none is exactly there.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Median">The median.</param>
/// <param name="P5">The 5th percentile.</param>
/// <param name="P95">The 95th percentile.</param>
public sealed record Distribution(int Min, int Max, double Mean, double Median, double P5, double P95);
