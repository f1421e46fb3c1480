using Cosecha.Filtering;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Filtering;

public sealed class RelevanceFilterTests
{
    private readonly RelevanceFilter _filter = new(CatalogFixture.Reader);

    [Theory]
    [InlineData("   ", DiscardReasons.Empty)]
    [InlineData("", DiscardReasons.Empty)]
    [InlineData("hola, cómo le va?", DiscardReasons.Greeting)]
    [InlineData("Buenas, por acá [NAME]", DiscardReasons.Greeting)]
    [InlineData("Good evening", DiscardReasons.Greeting)]
    [InlineData("ok muchas gracias 🙏", DiscardReasons.Acknowledgement)]
    [InlineData("sí", DiscardReasons.Acknowledgement)]
    [InlineData("chévere", DiscardReasons.Acknowledgement)]
    [InlineData("20%", DiscardReasons.Fragment)]
    [InlineData("para Houston", DiscardReasons.Fragment)]
    [InlineData("5 toneladas nomás", DiscardReasons.Fragment)]
    [InlineData("[NAME] [PHONE]", DiscardReasons.MostlyPersonal)]
    [InlineData("soy [NAME], [EMAIL]", DiscardReasons.MostlyPersonal)]
    [InlineData("qué calor hace hoy", DiscardReasons.Irrelevant)]
    [InlineData("foto.jpg", DiscardReasons.Irrelevant)]
    [InlineData("xyz", DiscardReasons.TooShort)]
    public void What_teaches_nothing_is_filtered_out_with_its_reason(string text, string reason) =>
        _filter.DiscardReason(text).ShouldBe(reason);

    [Theory]
    [InlineData("HLSO")]
    [InlineData("U15")]
    [InlineData("sería 21/25")]
    [InlineData("precio del 26/30")]
    [InlineData("tienen certificado ASC?")]
    [InlineData("mi cel es [PHONE], que me llame alguien")]
    [InlineData("cuándo zarpa el contenedor?")]
    [InlineData("help me please")]
    [InlineData("soy [NAME] de [ORG], cotíceme HLSO 16/20")]
    public void What_asks_for_something_of_the_business_is_kept(string text) => _filter.DiscardReason(text).ShouldBeNull();
}
