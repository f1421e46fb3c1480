namespace Cosecha.Catalog;

/// <summary>File <c>units.json</c>.</summary>
/// <param name="Units">The units.</param>
/// <param name="Packs">Words for single packs: a small weight beside one is a packing, not a quantity.</param>
/// <param name="ContainerFeet">Lengths of containers in feet, as in 1x40.</param>
/// <param name="ContainerMarks">What follows such a length.</param>
public sealed record UnitCatalog(
    IReadOnlyList<Unit> Units,
    IReadOnlyList<string> Packs,
    IReadOnlyList<int> ContainerFeet,
    IReadOnlyList<string> ContainerMarks
)
{
    /// <summary>The canonical name of the unit that <see cref="ContainerFeet"/> measure.</summary>
    public const string Containers = "containers";
}
