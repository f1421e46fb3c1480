using Cosecha.Catalog;

namespace Cosecha.Tests.Catalog;

public sealed class CatalogLoaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog").FullName;

    public CatalogLoaderTests()
    {
        foreach (var file in Directory.GetFiles(CatalogFixture.Folder, "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(CatalogFixture.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_catalog_that_ships_is_sound()
    {
        var catalog = CatalogFixture.Catalog;
        catalog.Products.Products.Count.ShouldBe(10);
        catalog.Sizes.Sizes.ShouldContain("U15");
        catalog.PhoneCountries.ShouldContain("EC");
        catalog.SystemPrompt.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_spanish_consent_text_is_the_one_that_was_agreed() =>
        CatalogFixture
            .Catalog.Consent.Texts.Single(t => t is { Version: "2025-01", Language: "es" })
            .Text.ShouldBe("Autorizo que mis mensajes sean utilizados de forma anonimizada para mejorar el sistema.");

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(Path.Combine(_folder, "units.json"));
        Fault().File.ShouldBe("units.json");
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        Should.Throw<CatalogException>(() => CatalogLoader.Load(Path.Combine(_folder, "nowhere"))).Message.ShouldContain("nowhere");

    [Fact]
    public void Broken_json_is_located()
    {
        Write("sizes.json", """{ "sizes": ["16/20", 7] }""");
        var fault = Fault();
        fault.File.ShouldBe("sizes.json");
        fault.JsonPath.ShouldBe("$.sizes[1]");
    }

    [Fact]
    public void A_missing_field_is_named()
    {
        Write("glazing.json", """{ "min": 0, "max": 50, "offered": [], "words": [] }""");
        Fault().Reason.ShouldContain("none");
    }

    [Fact]
    public void An_unknown_field_is_refused()
    {
        Write("freight.json", """{ "minPerKg": 0, "maxPerKg": 2, "words": [], "maxPerKilo": 3 }""");
        Fault().Reason.ShouldContain("maxPerKilo");
    }

    [Fact]
    public void A_product_cannot_be_sold_in_a_size_that_does_not_exist()
    {
        Replace("products.json", "\"U15\"", "\"U17\"");
        var fault = Fault();
        fault.JsonPath.ShouldBe("$.products[0].sizes[0]");
        fault.Reason.ShouldContain("U17");
    }

    [Fact]
    public void A_family_cannot_lead_to_an_unknown_product()
    {
        Replace("products.json", "\"default\": \"P&D IQF\"", "\"default\": \"P&D\"");
        Fault().JsonPath.ShouldBe("$.families[0].default");
    }

    [Fact]
    public void A_range_cannot_be_upside_down()
    {
        Replace("products.json", "{ \"min\": 3, \"max\": 8 }", "{ \"min\": 9, \"max\": 8 }");
        Fault().JsonPath.ShouldBe("$.products[0].pricePerKg");
    }

    [Fact]
    public void The_current_consent_version_must_have_a_text()
    {
        Replace("consent.json", "\"current\": \"2025-01\"", "\"current\": \"2031-01\"");
        Fault().JsonPath.ShouldBe("$.current");
    }

    [Fact]
    public void A_consent_text_needs_a_notice_in_its_language()
    {
        Replace("consent.json", "\"language\": \"en\",\n      \"purposes\"", "\"language\": \"pt\",\n      \"purposes\"");
        Fault().JsonPath.ShouldBe("$.texts[1].language");
    }

    [Fact]
    public void A_consent_notice_explains_every_purpose_and_no_other()
    {
        Replace("consent.json", "\"retrieval\": \"Buscar", "\"resale\": \"Buscar");
        Fault().JsonPath.ShouldBe("$.notices[0].purposes");
    }

    [Fact]
    public void A_cue_must_speak_for_an_intent_of_the_closed_list()
    {
        Replace("intents.json", "\"intent\": \"pricing\"", "\"intent\": \"prices\"");
        Fault().File.ShouldBe("intents.json");
    }

    private CatalogException Fault()
    {
        var fault = Should.Throw<CatalogException>(() => CatalogLoader.Load(_folder));
        fault.Message.ShouldContain(fault.File);
        fault.Message.ShouldContain(fault.JsonPath);
        fault.Message.ShouldContain(fault.Reason);
        return fault;
    }

    private void Write(string file, string json) => File.WriteAllText(Path.Combine(_folder, file), json);

    private void Replace(string file, string old, string replacement)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
