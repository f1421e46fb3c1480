namespace Cosecha.Anonymization;

/// <summary>A <see cref="RedactionScope"/> as it is kept.</summary>
/// <param name="Hashes">See <see cref="RedactionScope.Hashes"/>.</param>
/// <param name="Version">Changes with every save; null when nothing was saved yet.</param>
public sealed record SavedScope(IReadOnlyDictionary<string, IReadOnlyList<string>> Hashes, string? Version)
{
    /// <summary>What there is before the first save.</summary>
    public static SavedScope Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>(), null);
}
