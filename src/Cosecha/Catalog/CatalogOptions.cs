namespace Cosecha.Catalog;

/// <summary>Settings of the catalog, section <c>Catalog</c>.</summary>
public sealed class CatalogOptions
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Catalog";

    /// <summary>The catalog's folder. Setting <c>Catalog__Path</c>; default: <c>catalog</c> next to the program.</summary>
    public string Path { get; set; } = System.IO.Path.Combine(AppContext.BaseDirectory, "catalog");
}
