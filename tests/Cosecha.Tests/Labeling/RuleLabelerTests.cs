using Cosecha.Labeling;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Labeling;

public sealed class RuleLabelerTests
{
    private readonly RuleLabeler _labeler = new(CatalogFixture.Catalog, CatalogFixture.Reader);

    [Theory]
    [InlineData("cotíceme HLSO 16/20", Intents.Proforma)]
    [InlineData("ez peel, talla 21/25", Intents.Proforma)]
    [InlineData("20 TM de HOSO 50/60 FOB Guayaquil", Intents.Proforma)]
    [InlineData("a cómo el kilo de entero 40-50", Intents.Pricing)]
    [InlineData("costo del flete hasta Busan?", Intents.Pricing)]
    [InlineData("cotización no, solo el precio de cola 16/20", Intents.Pricing)]
    [InlineData("is there any U-15 left, about 800 kg?", Intents.ProductInfo)]
    [InlineData("el P&D lo tienen en IQF?", Intents.ProductInfo)]
    [InlineData("cómo pido una cotización?", Intents.Help)]
    [InlineData("what information do you need for a quote?", Intents.Help)]
    [InlineData("I'd rather speak to a sales rep", Intents.Contact)]
    [InlineData("a qué mail les escribo?", Intents.Contact)]
    [InlineData("Buenas, por acá [NAME]", Intents.Greeting)]
    [InlineData("HLSO", Intents.Other)]
    [InlineData("20%", Intents.Other)]
    [InlineData("El HOSO 30/40 llegó con melanosis", Intents.Other)]
    public void The_first_intent_that_fits_is_given(string text, string intent) => _labeler.Label(text).Intent.ShouldBe(intent);

    [Theory]
    [InlineData("no quiero HOSO, solo HLSO 16/20", "HLSO 16/20")]
    [InlineData("solo HLSO, el HOSO no lo necesito. 16/20", "HLSO 16/20")]
    [InlineData("no el 16/20, dame precio del 31/35", "- 31/35")]
    [InlineData("ya no 16/20, póngale 21/25 en la cotización", "- 21/25")]
    [InlineData("cola 16/20... no, mejor 21/25", "HLSO 21/25")]
    [InlineData("Change of plans, scrap the 31/35 and quote 36/40 EZ peel instead", "EZ PEEL 36/40")]
    [InlineData("cambie HLSO 21/25 por HLSO 26/30", "HLSO 26/30")]
    [InlineData("en vez de 30/40 cotice entero 40/50", "HOSO 40/50")]
    [InlineData("no tienen HLSO 16/20?", "HLSO 16/20")]
    [InlineData("16/20, no?", "- 16/20")]
    public void What_is_taken_back_or_corrected_is_left_out(string text, string items) => Items(text).ShouldBe(items);

    [Theory]
    [InlineData("HLSO 16/20, 21/25 y HOSO 30/40", "HLSO 16/20, HLSO 21/25, HOSO 30/40")]
    [InlineData("16/20 y 21/25 de cola", "HLSO 16/20, HLSO 21/25")]
    [InlineData("16/20 HLSO y 21/25 HOSO", "HLSO 16/20, HOSO 21/25")]
    [InlineData("precio del cocido y precocido 41/50", "COOKED 41/50, PRE-COCIDO 41/50")]
    [InlineData("HLSO 21/25 glaseo 10% y HLSO 21/25 glaseo 20%", "HLSO 21/25 10%, HLSO 21/25 20%")]
    [InlineData("HLSO 21/25 con 10% y 20% de glaseo", "HLSO 21/25 10%, HLSO 21/25 20%")]
    [InlineData("HLSO 31-35, 36-40 y 41-50 con 15% glaseo", "HLSO 31/35 15%, HLSO 36/40 15%, HLSO 41/50 15%")]
    [InlineData("5 tm HLSO 16/20 con 10% y 10 tm HOSO 30/40 sin glaseo", "HLSO 16/20 10% 5 t, HOSO 30/40 0% 10 t")]
    [InlineData("HOSO 30/40 = 800 cajas\nHOSO 40/50 = 600", "HOSO 30/40 800 boxes, HOSO 40/50 600 boxes")]
    [InlineData("EZ peel 31/35 y 36/40, 6 toneladas cada talla", "EZ PEEL 31/35 6 t, EZ PEEL 36/40 6 t")]
    [InlineData("1 contenedor mixto: hlso 16/20, hlso 21/25", "HLSO 16/20, HLSO 21/25")]
    [InlineData("10 toneladas de cola 36/40 y 5 de 41/50", "HLSO 36/40 10 t, HLSO 41/50 5 t")]
    [InlineData("dos contenedores uno de entero 40/50 y otro de 50/60", "HOSO 40/50 1 containers, HOSO 50/60 1 containers")]
    [InlineData("HLSO 21/25 al 20", "HLSO 21/25 20%")]
    [InlineData("hágame la cotización en kilos no en libras, HLSO 31/35, 18000, glaseo 25", "HLSO 31/35 25% 18000 kg")]
    [InlineData("si pido 4 contenedores de 50/60 entero me bajas algo? tipo 2%", "HOSO 50/60 4 containers")]
    [InlineData("HLSO 26/30, 900 cajas de 2 kg", "HLSO 26/30 900 boxes")]
    public void Lines_get_their_own_or_the_shared_glazing_and_quantity(string text, string items) => Items(text).ShouldBe(items);

    [Theory]
    [InlineData("HLSO 16/20 CFR Rotterdam", "Rotterdam")]
    [InlineData("puesto en Barcelona", "Barcelona")]
    [InlineData("cola 16/20 pa hiuston", "Houston")]
    [InlineData("china, puerto Qingdao", "Qingdao")]
    [InlineData("cotización a Nueva York no a Miami", "Nueva York")]
    [InlineData("ya no es Vigo es Algeciras, cotice", "Algeciras")]
    [InlineData("HLSO 16/20 CIF Skagen", "Skagen")]
    [InlineData("20 TM FOB Guayaquil", null)]
    [InlineData("somos de Chicago, precio del HLSO", null)]
    [InlineData("precio PUD Europa 16/20", null)]
    [InlineData("dirección de su planta en Durán?", null)]
    [InlineData("saludo desde Valparaíso", null)]
    public void The_destination_is_where_the_goods_go(string text, string? place) => _labeler.Label(text).Destination.ShouldBe(place);

    [Theory]
    [InlineData("cuánto vale la cola sin cavesa 16/20", "HLSO 16/20")]
    [InlineData("presio del camarn entero 40/50 con glaceo 20", "HOSO 40/50 20%")]
    [InlineData("24 tonealdas de cosido 31/35", "COOKED 31/35 24 t")]
    public void Misspelled_words_count_as_what_is_meant(string text, string items) => Items(text).ShouldBe(items);

    [Theory]
    [InlineData("cuánto cuesta el entero 40/50", "es")]
    [InlineData("how much is headless 16/20", "en")]
    [InlineData("bom dia, gostaria de um preço do camarão", "pt")]
    [InlineData("16/20", null)]
    public void The_language_is_told(string text, string? language) => _labeler.Label(text).Language.ShouldBe(language);

    [Fact]
    public void The_top_level_fields_are_those_of_the_first_item()
    {
        var label = _labeler.Label("HLSO 16/20 10% 5 tm, HOSO 30/40 10 tm");
        label.Items.Count.ShouldBe(2);
        (label.Product, label.Size, label.GlaseoPercentage, label.Quantity, label.QuantityUnit).ShouldBe(("HLSO", "16/20", 10, 5, "t"));
    }

    [Fact]
    public void Without_an_item_glazing_and_quantity_still_count()
    {
        var label = _labeler.Label("suba la cantidad a 30 toneladas con 15% de glaseo y reenvíe la proforma");
        label.Items.ShouldBeEmpty();
        (label.Quantity, label.QuantityUnit, label.GlaseoPercentage).ShouldBe((30, "t", 15));
    }

    private string Items(string text) =>
        string.Join(
            ", ",
            _labeler
                .Label(text)
                .Items.Select(i =>
                    FormattableString.Invariant($"{i.Product ?? "-"} {i.Size ?? "-"}")
                    + (i.GlaseoPercentage is { } glazing ? FormattableString.Invariant($" {glazing}%") : "")
                    + (i.Quantity is { } quantity ? FormattableString.Invariant($" {quantity} {i.QuantityUnit}") : "")
                )
        );
}
