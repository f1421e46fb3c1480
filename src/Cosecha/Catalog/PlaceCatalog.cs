namespace Cosecha.Catalog;

/// <summary>File <c>destinations.json</c>: the gazetteer. A name and its translation are two places.</summary>
/// <param name="Cities">Cities and ports.</param>
/// <param name="Countries">Countries.</param>
/// <param name="Regions">Continents, states and provinces.</param>
/// <param name="Airports">Airports.</param>
public sealed record PlaceCatalog(
    IReadOnlyList<Place> Cities,
    IReadOnlyList<Place> Countries,
    IReadOnlyList<Place> Regions,
    IReadOnlyList<Place> Airports
);
