namespace Cosecha.Catalog;

/// <summary>How precise a place is.</summary>
public enum PlaceLevel
{
    /// <summary>A city or a port.</summary>
    City,

    /// <summary>A country.</summary>
    Country,

    /// <summary>A continent, a state or a province.</summary>
    Region,

    /// <summary>An airport.</summary>
    Airport,
}
