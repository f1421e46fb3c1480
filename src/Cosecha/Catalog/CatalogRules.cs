using Cosecha.Consent;
using Cosecha.Labeling;

namespace Cosecha.Catalog;

/// <summary>What the JSON types cannot say about a catalog.</summary>
internal static class CatalogRules
{
    public static void Check(DomainCatalog catalog)
    {
        CheckSizes(catalog.Sizes);
        CheckProducts(catalog);
        CheckNumbers(catalog);
        CheckConsent(catalog.Consent);
        CheckPlaces(catalog.Places);
        CheckCues(catalog.Intents.Cues);
        CheckCleaning(catalog.Cleaning);
    }

    private static void CheckCues(IReadOnlyList<CueGroup> cues)
    {
        for (var i = 0; i < cues.Count; i++)
        {
            var path = $"$.cues[{i}]";
            Require(Intents.All.Contains(cues[i].Intent), "intents.json", $"{path}.intent", $"{cues[i].Intent} is no intent");
            Require(cues[i].Weight is > 0 and <= 10, "intents.json", $"{path}.weight", "a weight lies above 0 and is at most 10");
            Require(
                cues[i].Needs is null or CueGroup.Item or CueGroup.NoItem,
                "intents.json",
                $"{path}.needs",
                "it is neither item nor noItem"
            );
        }
    }

    private static void CheckCleaning(CleaningWords words)
    {
        const string file = "cleaning.json";
        Unique(file, "$.sameAs[*]", [.. words.SameAs.Values.SelectMany(forms => forms)]);
        Filled(file, "$.fillers", words.Fillers);
        Filled(file, "$.negations", words.Negations);
    }

    private static void CheckSizes(SizeCatalog sizes)
    {
        Filled("sizes.json", "$.sizes", sizes.Sizes);
        Unique("sizes.json", "$.sizes", sizes.Sizes);
    }

    private static void CheckProducts(DomainCatalog catalog)
    {
        const string file = "products.json";
        var products = catalog.Products.Products;
        Require(products.Count > 0, file, "$.products", "there is no product");
        Unique(file, "$.products[*].name", [.. products.Select(p => p.Name)]);
        var names = products.Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < products.Count; i++)
        {
            var path = $"$.products[{i}]";
            Require(products[i].Name.Trim().Length > 0, file, $"{path}.name", "the name is empty");
            Filled(file, $"{path}.forms", products[i].Forms);
            Range(file, $"{path}.pricePerKg", products[i].PricePerKg.Min, products[i].PricePerKg.Max);
            for (var j = 0; j < products[i].Sizes.Count; j++)
            {
                var size = products[i].Sizes[j];
                Require(catalog.Sizes.Sizes.Contains(size), file, $"{path}.sizes[{j}]", $"sizes.json has no size {size}");
            }
        }

        for (var i = 0; i < catalog.Products.Families.Count; i++)
        {
            CheckFamily(catalog.Products.Families[i], $"$.families[{i}]", names);
        }
    }

    private static void CheckFamily(ProductFamily family, string path, HashSet<string> names)
    {
        const string file = "products.json";
        Filled(file, $"{path}.forms", family.Forms);
        Require(family.Default is null || names.Contains(family.Default), file, $"{path}.default", "no product has this name");
        for (var i = 0; i < family.Variants.Count; i++)
        {
            Require(names.Contains(family.Variants[i].Product), file, $"{path}.variants[{i}].product", "no product has this name");
            Filled(file, $"{path}.variants[{i}].words", family.Variants[i].Words);
        }
    }

    private static void CheckNumbers(DomainCatalog catalog)
    {
        Range("glazing.json", "$.min", catalog.Glazing.Min, catalog.Glazing.Max);
        Range("freight.json", "$.minPerKg", catalog.Freight.MinPerKg, catalog.Freight.MaxPerKg);
        Unique("units.json", "$.units[*].name", [.. catalog.Units.Units.Select(u => u.Name)]);
        for (var i = 0; i < catalog.Units.Units.Count; i++)
        {
            var unit = catalog.Units.Units[i];
            Filled("units.json", $"$.units[{i}].forms", unit.Forms);
            Require(unit.Kilograms > 0, "units.json", $"$.units[{i}].kilograms", "the weight must be above zero");
            Require(unit.Largest > 0, "units.json", $"$.units[{i}].largest", "the largest quantity must be above zero");
        }
    }

    private static void CheckConsent(ConsentTexts consent)
    {
        const string file = "consent.json";
        Require(consent.Texts.Any(t => t.Version == consent.Current), file, "$.current", "no text has this version");
        Require(consent.Controller.Name.Trim().Length > 0, file, "$.controller.name", "the name is empty");
        Unique(file, "$.texts[*]", [.. consent.Texts.Select(t => $"{t.Version} {t.Language}")]);
        Unique(file, "$.notices[*].language", [.. consent.Notices.Select(n => n.Language)]);
        for (var i = 0; i < consent.Texts.Count; i++)
        {
            Require(consent.Texts[i].Text.Trim().Length > 0, file, $"$.texts[{i}].text", "the text is empty");
            var language = consent.Texts[i].Language;
            Require(consent.Notices.Any(n => n.Language == language), file, $"$.texts[{i}].language", "there is no notice in it");
        }

        for (var i = 0; i < consent.Notices.Count; i++)
        {
            var isComplete = PurposeCodes.All.ToHashSet().SetEquals(consent.Notices[i].Purposes.Keys);
            Require(isComplete, file, $"$.notices[{i}].purposes", $"it needs {string.Join(" and ", PurposeCodes.All)}");
        }
    }

    private static void CheckPlaces(PlaceCatalog places)
    {
        foreach (
            var (key, list) in new[]
            {
                ("cities", places.Cities),
                ("countries", places.Countries),
                ("regions", places.Regions),
                ("airports", places.Airports),
            }
        )
        {
            for (var i = 0; i < list.Count; i++)
            {
                Require(list[i].Name.Trim().Length > 0, "destinations.json", $"$.{key}[{i}].name", "the name is empty");
            }
        }
    }

    private static void Filled(string file, string path, IReadOnlyList<string> words)
    {
        Require(words.Count > 0, file, path, "the list is empty");
        for (var i = 0; i < words.Count; i++)
        {
            Require(words[i].Any(char.IsLetterOrDigit), file, $"{path}[{i}]", "there is no letter and no digit in it");
        }
    }

    private static void Unique(string file, string path, IReadOnlyList<string> values)
    {
        var twice = values.GroupBy(v => v, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        Require(twice is null, file, path, $"{twice?.Key} is there twice");
    }

    private static void Range(string file, string path, double min, double max) =>
        Require(min >= 0 && max >= min, file, path, $"{min} to {max} is no range");

    private static void Require(bool condition, string file, string path, string reason)
    {
        if (!condition)
        {
            throw new CatalogException(file, path, reason);
        }
    }
}
