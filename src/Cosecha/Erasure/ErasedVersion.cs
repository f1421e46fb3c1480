namespace Cosecha.Erasure;

/// <summary>A data set version that held lines of the user.</summary>
/// <param name="Version">The version.</param>
/// <param name="Lines">How many, over all files but the lineage.</param>
public sealed record ErasedVersion(string Version, int Lines);
