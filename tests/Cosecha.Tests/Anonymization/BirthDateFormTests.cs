namespace Cosecha.Tests.Anonymization;

/// <summary>Dates of birth in all languages and orders. All values are invented.</summary>
public sealed class BirthDateFormTests
{
    [Theory]
    [InlineData("né le 14/07/1985", "né le [DATE]")]
    [InlineData("née le 3 mars 1984 à Brest", "née le [DATE] à Brest")]
    [InlineData("née le 1er mars 1984", "née le [DATE]")]
    [InlineData("date de naissance : 03.03.1984", "date de naissance : [DATE]")]
    [InlineData("nata il 03/03/1984", "nata il [DATE]")]
    [InlineData("data di nascita 3-3-84", "data di nascita [DATE]")]
    [InlineData("nasci em 12 de março de 1980", "nasci em [DATE]")]
    [InlineData("born March 3, 1984", "born [DATE]")]
    [InlineData("born on the 3rd of March 1984", "born on the [DATE]")]
    [InlineData("born 3rd March, 1984", "born [DATE]")]
    [InlineData("DOB: 1984-03-12", "DOB: [DATE]")]
    [InlineData("DOB Mar 12 1984", "DOB [DATE]")]
    [InlineData("DOB 12-Mar-1984", "DOB [DATE]")]
    [InlineData("nací el 5 de mayo del 88", "nací el [DATE]")]
    [InlineData("nací el 5 de mayo de 1988", "nací el [DATE]")]
    [InlineData("nac. 05/05/1988", "nac. [DATE]")]
    [InlineData("nascido a 5/5/1988", "nascido a [DATE]")]
    [InlineData("F. Nac: 05-05-1988", "F. Nac: [DATE]")]
    [InlineData("geboren am 5.5.1988", "geboren am [DATE]")]
    public void Every_form_of_a_birth_date_becomes_a_placeholder(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);

    [Theory]
    [InlineData("pasajera 07-09-1993, cédula 0925925941", "pasajera [DATE], cédula [ID]")]
    [InlineData("RUC 1790733254001, embarque 15/11/26 y 16/20, 12 tm", "RUC [ID], embarque 15/11/26 y 16/20, 12 tm")]
    [InlineData("el RUC 1790733254001 pide 16/20, 12 cajas el 3 de marzo", "el RUC [ID] pide 16/20, 12 cajas el 3 de marzo")]
    [InlineData("embarque 07-09-1993 confirmado", "embarque 07-09-1993 confirmado")]
    public void Beside_a_document_of_identity_only_a_whole_date_of_a_persons_birth_years_is_one(string text, string expected) =>
        AnonymizerFixture.AnonymizeForms(text).ShouldBe(expected);
}
