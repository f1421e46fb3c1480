using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cosecha.Catalog;

/// <summary>Reads a catalog's folder.</summary>
public static class CatalogLoader
{
    /// <summary>Reads and checks the catalog.</summary>
    /// <param name="folder">The folder that holds the files named in <see cref="DomainCatalog"/>.</param>
    /// <exception cref="CatalogException">A file is missing, is not valid JSON, lacks a field, has one too many, or contradicts another file.</exception>
    public static DomainCatalog Load(string folder)
    {
        var json = CatalogJson.Default;
        var catalog = new DomainCatalog(
            Read(folder, "products.json", json.ProductCatalog),
            Read(folder, "sizes.json", json.SizeCatalog),
            Read(folder, "glazing.json", json.Glazing),
            Read(folder, "units.json", json.UnitCatalog),
            Read(folder, "trade.json", json.TradeTerms),
            Read(folder, "destinations.json", json.PlaceCatalog),
            Read(folder, "freight.json", json.Freight),
            Read(folder, "consent.json", json.ConsentTexts),
            Read(folder, "phones.json", json.PhoneSettings),
            Read(folder, "wording.json", json.Wording),
            Read(folder, "intents.json", json.IntentCues),
            Read(folder, "dialogue.json", json.DialogueWords),
            Read(folder, "calibration.json", json.Calibration),
            Read(folder, "cleaning.json", json.CleaningWords),
            ReadLanguages(folder)
        );
        CatalogRules.Check(catalog);
        return catalog;
    }

    private static IReadOnlyList<LanguageWords> ReadLanguages(string folder)
    {
        var path = Path.Combine(folder, "languages");
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [];
        if (files.Length == 0)
        {
            throw new CatalogException("languages", "$", "there is no language file");
        }

        return
        [
            .. files
                .Order(StringComparer.Ordinal)
                .Select(file => Read(folder, Path.Combine("languages", Path.GetFileName(file)), CatalogJson.Default.LanguageWords)),
        ];
    }

    private static T Read<T>(string folder, string file, JsonTypeInfo<T> type)
    {
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, file));
            return JsonSerializer.Deserialize(stream, type) ?? throw new CatalogException(file, "$", "the file holds null");
        }
        catch (JsonException e)
        {
            throw new CatalogException(file, e.Path ?? "$", e.Message, e);
        }
        catch (IOException e)
        {
            throw new CatalogException(file, "$", $"the file cannot be read in {folder}: {e.Message}", e);
        }
    }
}
