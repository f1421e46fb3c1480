namespace Cosecha.Catalog;

/// <summary>File <c>freight.json</c>: what freight may cost.</summary>
/// <param name="MinPerKg">Least believable freight, USD per kilogram.</param>
/// <param name="MaxPerKg">Greatest believable freight, USD per kilogram.</param>
/// <param name="Words">Words by which an amount is one of freight.</param>
public sealed record Freight(double MinPerKg, double MaxPerKg, IReadOnlyList<string> Words);
