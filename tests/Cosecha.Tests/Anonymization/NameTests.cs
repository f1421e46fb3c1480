using Cosecha.Anonymization;

namespace Cosecha.Tests.Anonymization;

public sealed class NameTests
{
    [Theory]
    [InlineData("soy Maritza Intriago de Manta", "soy [NAME] de Manta")]
    [InlineData("me llamo antonio vega y quiero camaron", "me llamo [NAME] y quiero camaron")]
    [InlineData("GRACIAS LOURDES, MÁNDAME EL PRECIO", "GRACIAS [NAME], MÁNDAME EL PRECIO")]
    [InlineData("pase por Andrea mañana", "pase por [NAME] mañana")]
    [InlineData("ok Iñaki, cerramos a 7,20", "ok [NAME], cerramos a 7,20")]
    [InlineData("a Margarida pediu 61/70", "a [NAME] pediu 61/70")]
    [InlineData("our buyer Frank K. Guidry will call", "our buyer [NAME] will call")]
    [InlineData("el comprador se llama Zhang Wei", "el comprador se llama [NAME]")]
    [InlineData("quién firma? Youssef Benhaddou o yo", "quién firma? [NAME] o yo")]
    public void Names_of_many_origins_become_placeholders(string text, string expected) =>
        AnonymizerFixture.Anonymize(text).ShouldBe(expected);

    [Theory]
    [InlineData("qué dolores de cabeza con ese lote")]
    [InlineData("agua clara y camarón blanco, así nos gusta")]
    [InlineData("salió el sol por fin, mañana pescan")]
    [InlineData("la planta queda en Santa Rosa, no en San Lorenzo")]
    [InlineData("la nave Maersk Victoria omite Cartagena")]
    [InlineData("Abril y mayo están vendidos")]
    [InlineData("de Valencia a Zaragoza cuánto cobran?")]
    [InlineData("la reina del proyecto es la talla 16/20")]
    public void Words_and_places_that_look_like_names_stay(string text) => AnonymizerFixture.Anonymize(text).ShouldBe(text);

    [Theory]
    [InlineData("las dos tarjetas son de Viviana Loor Chica, por favor", "las dos tarjetas son de [NAME], por favor")]
    [InlineData("cobre a la tarjeta, el nombre es BRUNO CALDERÓN MONTALVO", "cobre a la tarjeta, el nombre es [NAME]")]
    [InlineData("habló Luis Andrade Machala y no contestó nadie", "habló [NAME] Machala y no contestó nadie")]
    public void A_word_that_closes_a_name_belongs_to_it_but_not_the_place_behind_it(string text, string expected) =>
        AnonymizerFixture.Anonymize(text).ShouldBe(expected);

    [Theory]
    [InlineData("Best,\nTravis Fournier\nBayou Lantern Seafood LLC\n+1 985 555 0109", "Best,\n[NAME]\n[ORG]\n[PHONE]")]
    [InlineData("Somos Distribuidora Costa Brava del Sur S.L. y queremos 20 tm", "Somos [ORG]. y queremos 20 tm")]
    [InlineData("Gracias Norpesca S.A. por la oferta", "Gracias [ORG]. por la oferta")]
    public void A_company_is_one_run_of_capitalised_words_without_the_word_that_leads_to_it(string text, string expected) =>
        AnonymizerFixture.Anonymize(text).ShouldBe(expected);

    [Fact]
    public void A_company_is_redacted_unless_the_settings_say_otherwise()
    {
        const string Text = "somos Importadora Arrecife Ltda y queremos 20 tm";

        AnonymizerFixture.Anonymize(Text).ShouldContain("[ORG]");
        AnonymizerFixture.With(new AnonymizationOptions { OrgEnabled = false }).Anonymize(Text).Text.ShouldBe(Text);
    }

    [Fact]
    public void The_allow_list_keeps_a_word_and_the_deny_list_takes_one()
    {
        var anonymizer = AnonymizerFixture.With(new AnonymizationOptions { Allow = ["Andrea"], Deny = ["Zarzuela", "hielo"] });

        anonymizer.Anonymize("pase por Andrea mañana").Text.ShouldBe("pase por Andrea mañana");
        anonymizer.Anonymize("la zarzuela sale el lunes").Text.ShouldBe("la [NAME] sale el lunes");
        anonymizer.Anonymize("la planta dice que no hay hielo").Text.ShouldBe("la planta dice que no hay [NAME]");
    }

    [Fact]
    public void Training_again_gives_the_same_model()
    {
        var folder = Directory.CreateTempSubdirectory("names");
        try
        {
            var paths = new[] { Path.Combine(folder.FullName, "a.bin"), Path.Combine(folder.FullName, "b.bin") };
            foreach (var path in paths)
            {
                new Cosecha.Anonymization.Training.NameTrainer(AnonymizerFixture.CatalogFolder, 3).Train(
                    500,
                    path,
                    TestContext.Current.CancellationToken
                );
            }

            File.ReadAllBytes(paths[0]).ShouldBe(File.ReadAllBytes(paths[1]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
