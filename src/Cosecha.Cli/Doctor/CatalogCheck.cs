using Cosecha.Catalog;
using Cosecha.Settings;

namespace Cosecha.Cli.Doctor;

/// <summary>The catalog: whether it can be read, and whether its files agree.</summary>
internal sealed class CatalogCheck(DoctorSettings settings) : ICheck
{
    private const string Check = "catalog";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Finding>>([Look()]);

    private Finding Look()
    {
        var folder = Folder();
        try
        {
            var catalog = CatalogLoader.Load(folder);
            var (products, sizes) = (catalog.Products.Products.Count, catalog.Sizes.Sizes.Count);
            return new(
                Verdict.Ok,
                Check,
                $"{Wording.Count(products, "product")}, {Wording.Count(sizes, "size")}, {Wording.Count(catalog.Languages.Count, "language")}, consent text {catalog.Consent.Current}"
            );
        }
        catch (CatalogException e)
        {
            return new(
                Verdict.Fail,
                Check,
                e.Message,
                $"edit {Path.Combine(folder, e.File)}, or let Catalog__Path name the catalog's folder"
            );
        }
    }

    /// <summary>The catalog of the sources, where there are any: builds take copies of it.</summary>
    private string Folder()
    {
        var options = SettingsBinder.Read<CatalogOptions>(settings.Configuration, CatalogOptions.Section);
        // An absolute path stays as it is, whatever it is combined with.
        var written = settings.Configuration[$"{CatalogOptions.Section}:{nameof(CatalogOptions.Path)}"] ?? "catalog";
        var source = Path.Combine(settings.Folder, written);
        return Directory.Exists(source) ? source : options.Path;
    }
}
