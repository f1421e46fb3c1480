namespace Cosecha.Tests.Catalog;

public sealed class DomainReaderTests
{
    [Theory]
    [InlineData("16/20", "16/20")]
    [InlineData("16-20", "16/20")]
    [InlineData("16x20", "16/20")]
    [InlineData("16 20", "16/20")]
    [InlineData("16 a 20", "16/20")]
    [InlineData("16 / 20", "16/20")]
    [InlineData("cola 1620", "16/20")]
    [InlineData("u-15", "U15")]
    [InlineData("U15", "U15")]
    [InlineData("U/15", "U15")]
    [InlineData("u quince", "U15")]
    [InlineData("dieciséis veinte", "16/20")]
    [InlineData("sixteen twenty", "16/20")]
    [InlineData("twenty six thirty", "26/30")]
    [InlineData("treinta y uno treinta y cinco", "31/35")]
    [InlineData("talla 80/100", "80/100")]
    [InlineData("hlso 110/130", "110/130")]
    public void Sizes_are_read_however_they_are_written(string text, string size) =>
        CatalogFixture.Read(text).ShouldContain($"Size {size}");

    [Theory]
    [InlineData("mi cel es 0987 26-30 41")]
    [InlineData("+593 99 16 20 21 25")]
    [InlineData("tel 600 26 30 41")]
    [InlineData("embarque 16/20 noviembre")]
    [InlineData("del 16 al 20 de mayo")]
    [InlineData("pago 40/60")]
    [InlineData("atienden 24/7?")]
    [InlineData("zarpe 26/11")]
    [InlineData("05-04-2025")]
    [InlineData("10x2 kg")]
    [InlineData("6x4 lb")]
    [InlineData("16:20")]
    [InlineData("lote 0425-16/20")]
    [InlineData("$16 20")]
    [InlineData("10-20%")]
    [InlineData("factura 001-002-000012345")]
    public void Phones_dates_payments_and_packings_are_no_sizes(string text) =>
        CatalogFixture.Read(text).ShouldNotContain(s => s.StartsWith("Size"));

    [Fact]
    public void A_run_of_sizes_is_read_in_pairs() =>
        CatalogFixture
            .Read("me das 31 35 36 40 41 50 51 60 61 70?")
            .ShouldBe(["Size 31/35", "Size 36/40", "Size 41/50", "Size 51/60", "Size 61/70"]);

    [Theory]
    [InlineData("24.000 kg", "Quantity 24000 kg")]
    [InlineData("24,000 lb", "Quantity 24000 lb")]
    [InlineData("24 000 kg", "Quantity 24000 kg")]
    [InlineData("24 mil kilos", "Quantity 24000 kg")]
    [InlineData("24mil lbs", "Quantity 24000 lb")]
    [InlineData("20k lb", "Quantity 20000 lb")]
    [InlineData("18.143,70 kg", "Quantity 18143.7 kg")]
    [InlineData("3.5 tm", "Quantity 3.5 t")]
    [InlineData("1.500 kg", "Quantity 1500 kg")]
    [InlineData("veinte toneladas", "Quantity 20 t")]
    [InlineData("ocho mil libras", "Quantity 8000 lb")]
    [InlineData("two thousand cases", "Quantity 2000 boxes")]
    [InlineData("medio contenedor", "Quantity 0.5 containers")]
    [InlineData("media tonelada", "Quantity 0.5 t")]
    [InlineData("tonelada y media", "Quantity 1.5 t")]
    [InlineData("dos toneladas y media", "Quantity 2.5 t")]
    [InlineData("1/2 tonelada", "Quantity 0.5 t")]
    [InlineData("1x40' FCL", "Quantity 1 containers")]
    [InlineData("2 x 40'", "Quantity 2 containers")]
    [InlineData("2 contenedores de 40'", "Quantity 2 containers")]
    [InlineData("un par de contenedores", "Quantity 2 containers")]
    [InlineData("800 cajas", "Quantity 800 boxes")]
    public void Quantities_are_read_with_their_unit(string text, string expected) => CatalogFixture.Read(text).ShouldBe([expected]);

    [Theory]
    [InlineData("20%", "Percentage 20")]
    [InlineData("20% glaseo", "Percentage 20 glazing")]
    [InlineData("con 20 d glaseo", "Percentage 20 glazing")]
    [InlineData("glaseo 0.15", "Percentage 15 glazing")]
    [InlineData("glaseo del quince por ciento", "Percentage 15 glazing")]
    [InlineData("sin glaseo", "Percentage 0 glazing")]
    [InlineData("100% NW", "Percentage 0 glazing")]
    [InlineData("unglazed", "Percentage 0 glazing")]
    public void Percentages_know_whether_they_are_glazing(string text, string expected) => CatalogFixture.Read(text).ShouldBe([expected]);

    [Theory]
    [InlineData("$3.10/kg", "Price 3.1 kg")]
    [InlineData("8.40 per lb", "Price 8.4 lb")]
    [InlineData("11,75 usd", "Price 11.75")]
    [InlineData("US$ 11.15/kg", "Price 11.15 kg")]
    [InlineData("5.90 la libra", "Price 5.9 lb")]
    [InlineData("4,15 €/kg", "Price 4.15 kg")]
    [InlineData("USD 164.208,75", "Price 164208.75")]
    [InlineData("6,80", "Price 6.8")]
    public void Prices_are_read_with_what_they_are_for(string text, string expected) => CatalogFixture.Read(text).ShouldBe([expected]);

    [Theory]
    [InlineData("p&d", "P&D IQF")]
    [InlineData("P&D bloque", "P&D BLOQUE")]
    [InlineData("bloque pyd", "P&D BLOQUE")]
    [InlineData("pelado y desvenado, lo necesito en bloque", "P&D BLOQUE")]
    [InlineData("pud usa", "PuD-EEUU")]
    [InlineData("PUD para Europa", "PuD-EUROPA")]
    [InlineData("ez-peel", "EZ PEEL")]
    [InlineData("H.L.S.O.", "HLSO")]
    [InlineData("head-on", "HOSO")]
    [InlineData("camarón sin cabeza", "HLSO")]
    [InlineData("pre-cocido", "PRE-COCIDO")]
    [InlineData("cocido sin tratar", "COCIDO SIN TRATAR")]
    public void Products_are_read_by_their_colloquial_names(string text, string product) =>
        CatalogFixture.Read(text).ShouldContain($"Product {product}");

    [Theory]
    [InlineData("qué dolores de cabeza con ese lote")]
    [InlineData("langostino")]
    [InlineData("con cabeza o sin cabeza")]
    public void Words_of_the_trade_need_not_be_products(string text) => CatalogFixture.Read(text).ShouldAllBe(s => s == "Product");

    [Theory]
    [InlineData("22/11 12h00")]
    [InlineData("14 de enero")]
    [InlineData("Dec 12")]
    [InlineData("week 49")]
    [InlineData("la segunda quincena de enero")]
    [InlineData("fin de mes")]
    [InlineData("3 de abril de 1981")]
    public void Dates_are_read(string text) => CatalogFixture.Read(text).ShouldAllBe(s => s == "Date");

    [Theory]
    [InlineData("factura 002-001-000033799")]
    [InlineData("contenedor SZLU 2253169")]
    [InlineData("PO#770396")]
    [InlineData("lote L-25-7755")]
    [InlineData("GTIN 27861300412085")]
    public void Business_documents_are_read(string text) => CatalogFixture.Read(text).ShouldBe(["Document"]);

    [Theory]
    [InlineData("CFR Vigo", "Incoterm CFR,Place Vigo")]
    [InlineData("puesto en Santos", "Place Santos")]
    [InlineData("Guayaquil - Cristobal - Savannah", "Place Guayaquil,Place Cristóbal,Place Savannah")]
    [InlineData("cómo se usa", "")]
    [InlineData("llamó Santiago Lima", "")]
    public void Places_that_are_names_or_words_too_need_the_surroundings_of_a_place(string text, string expected) =>
        string.Join(',', CatalogFixture.Read(text)).ShouldBe(expected);

    [Theory]
    [InlineData("Marcela pregunta por la caveza")]
    [InlineData("soy Huston")]
    public void Texts_with_personal_data_are_read_as_they_are_spelled(string text) =>
        CatalogFixture.Read(text).ShouldNotContain(s => s.StartsWith("Product"));
}
