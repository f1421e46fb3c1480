using System.ComponentModel.DataAnnotations;

namespace Cosecha.Catalog;

/// <summary>Settings of the catalog, section <c>Catalog</c>.</summary>
public sealed class CatalogOptions : IValidatableObject
{
    /// <summary>The section's name in the settings.</summary>
    public const string Section = "Catalog";

    /// <summary>
    /// The catalog's folder, as an absolute path. Setting <c>Catalog__Path</c>; a relative one starts next to the program. Default: <c>catalog</c>.
    /// </summary>
    public string Path
    {
        get;
        set => field = System.IO.Path.Combine(AppContext.BaseDirectory, value);
    } = System.IO.Path.Combine(AppContext.BaseDirectory, "catalog");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Directory.Exists(Path) ? [] : [new("Catalog__Path names a folder that does not exist.")];
}
