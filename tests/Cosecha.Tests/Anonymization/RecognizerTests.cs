namespace Cosecha.Tests.Anonymization;

public sealed class RecognizerTests
{
    [Theory]
    [InlineData("mi cel es 099 123 4287 gracias", "mi cel es [PHONE] gracias")]
    [InlineData("llámame al +593 (4) 2282-269", "llámame al [PHONE]")]
    [InlineData("escribe a wa.me/593991234287 por favor", "escribe a [PHONE] por favor")]
    [InlineData("anote mi celular cero nueve ocho uno nueve tres cero cero cero tres y me avisa", "anote mi celular [PHONE] y me avisa")]
    [InlineData("dial 713-555-0178 instead", "dial [PHONE] instead")]
    [InlineData("tlm 932 715 872", "tlm [PHONE]")]
    public void Phones_become_placeholders_whole(string text, string expected) => AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);

    [Theory]
    [InlineData("escríbeme a j.perez+ventas@correo.com.ec.", "escríbeme a [EMAIL].")]
    [InlineData("mi correo es juan arroba gmail punto com", "mi correo es [EMAIL]")]
    [InlineData("at gary dot singh at comcast dot net please", "at [EMAIL] please")]
    [InlineData("va a worellana [at] gmail [dot] com, ok", "va a [EMAIL], ok")]
    public void Mail_addresses_become_placeholders_spelled_out_too(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);

    [Theory]
    [InlineData("RUC 1790733254001", "RUC [ID]")]
    [InlineData("cédula 171430710-3", "cédula [ID]")]
    [InlineData("cédula 1714307109", "cédula [ID]")]
    [InlineData("RUT 77.055.191-9", "RUT [ID]")]
    [InlineData("rfc PAMM560931C63", "rfc [ID]")]
    [InlineData("passport XDD826201", "passport [ID]")]
    [InlineData("CIF B-29057320", "CIF [ID]")]
    [InlineData("Our EIN is 78-1842130", "Our EIN is [ID]")]
    public void Identity_numbers_become_placeholders_with_a_wrong_checksum_too(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);

    [Theory]
    [InlineData("tarjeta 1 2223 0094 7049 5860", "tarjeta 1 [CARD]")]
    [InlineData("pague con 4111111111111111", "pague con [CARD]")]
    [InlineData("el IBAN es ES75 2080 6544 3957 5113 5909", "el IBAN es [ACCOUNT]")]
    [InlineData("cta 3405302817-4 por favor", "cta [ACCOUNT] por favor")]
    public void Cards_and_accounts_become_placeholders(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);

    [Theory]
    [InlineData("entrega en Av. Juan Tanca Marengo Mz. 4 Solar 28", "entrega en [ADDRESS]")]
    [InlineData("C/ Pizarro 52, 9º A Vigo", "[ADDRESS] Vigo")]
    [InlineData("Cl 10 # 11-85, bodega 11", "[ADDRESS]")]
    [InlineData("at 2707 Harrisburg Blvd, Houston, TX 77097", "at [ADDRESS], Houston, TX [ADDRESS]")]
    [InlineData("Rua das Flores 123, 4000-123 Porto", "[ADDRESS] Porto")]
    public void Addresses_become_placeholders_and_the_city_stays(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);

    [Theory]
    [InlineData("perfil linkedin.com/in/maxquezada.", "perfil [URL].")]
    [InlineData("estoy en -3.322130, -80.041812", "estoy en [LOCATION]")]
    [InlineData("desde la ip 181.39.40.161", "desde la ip [IP]")]
    [InlineData("en instagram @iriazapata_", "en instagram [HANDLE]")]
    [InlineData("fecha de nacimiento 12-12-1988", "fecha de nacimiento [DATE]")]
    public void Links_positions_addresses_handles_and_birth_dates_become_placeholders(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);

    [Theory]
    [InlineData("me das 31 35 36 40 41 50 51 60 61 70 todo cocido?")]
    [InlineData("lotes: 980 1015 1120 997 1043 kg todos HLSO")]
    [InlineData("sensores -19.0 -18.7 -18.9 -20.1, alarma a -15")]
    [InlineData("099.8 kg la caja grande y 022.4 la chica")]
    [InlineData("GTIN 27861300412085, lote en etiqueta GY057-70")]
    [InlineData("factura 003-001-000073539 por 42,000 lbs a $11.15/kg")]
    [InlineData("acumulado del año 3 118 450 lb, meta 3 500 000 lb")]
    [InlineData("embarque 05-04-2025, cierre 22/11 12h00")]
    [InlineData("versión 2.10.3.1 instalada")]
    public void Business_numbers_stay(string text) => AnonymizerFixture.AnonymizeForms(text).ShouldBe(text);
}
