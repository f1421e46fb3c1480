namespace Cosecha.Catalog;

/// <summary>A word that names several products, told apart by a second word near it.</summary>
/// <param name="Forms">The shared words.</param>
/// <param name="Default">The product that is meant when no second word is near; null when none is.</param>
/// <param name="Variants">The second words.</param>
public sealed record ProductFamily(IReadOnlyList<string> Forms, string? Default, IReadOnlyList<FamilyVariant> Variants);
