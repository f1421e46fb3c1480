namespace Cosecha.Datasets;

/// <summary>What an export came to.</summary>
/// <param name="Manifest">The newest version.</param>
/// <param name="IsNew">Whether this run made it; otherwise nothing had changed since it was made.</param>
public sealed record ExportResult(Manifest Manifest, bool IsNew);
