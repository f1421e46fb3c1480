using Cosecha.Anonymization.Checksums;

namespace Cosecha.Tests.Anonymization;

/// <summary>Numbers published as examples with the algorithms, and the same with one digit changed.</summary>
public sealed class ChecksumTests
{
    [Fact]
    public void Ecuador()
    {
        AndeanIds.IsEcuadorCedula("1714307103").ShouldBeTrue();
        AndeanIds.IsEcuadorCedula("1714307104").ShouldBeFalse();
        AndeanIds.IsEcuadorCedula("9914307103").ShouldBeFalse();
        AndeanIds.IsEcuadorRuc("1714307103001").ShouldBeTrue();
        AndeanIds.IsEcuadorRuc("1792060346001").ShouldBeTrue();
        AndeanIds.IsEcuadorRuc("1763154690001").ShouldBeFalse();
    }

    [Fact]
    public void Andes()
    {
        AndeanIds.IsPeruRuc("20512333797").ShouldBeTrue();
        AndeanIds.IsPeruRuc("20512333798").ShouldBeFalse();
        AndeanIds.IsColombiaNit("2131234321").ShouldBeTrue();
        AndeanIds.IsColombiaNit("2131234325").ShouldBeFalse();
        AndeanIds.IsVenezuelaRif("V114702834").ShouldBeTrue();
        AndeanIds.IsVenezuelaRif("V114702835").ShouldBeFalse();
    }

    [Fact]
    public void South()
    {
        SouthernIds.IsChileRut("760864285").ShouldBeTrue();
        SouthernIds.IsChileRut("125319092").ShouldBeTrue();
        SouthernIds.IsChileRut("125319090").ShouldBeFalse();
        SouthernIds.IsArgentinaCuit("20267565393").ShouldBeTrue();
        SouthernIds.IsArgentinaCuit("20267565392").ShouldBeFalse();
        SouthernIds.IsUruguayRut("211003420017").ShouldBeTrue();
        SouthernIds.IsParaguayRuc("800280610").ShouldBeTrue();
        SouthernIds.IsParaguayRuc("800280617").ShouldBeFalse();
        SouthernIds.IsBrazilCpf("39053344705").ShouldBeTrue();
        SouthernIds.IsBrazilCpf("23100299900").ShouldBeFalse();
        SouthernIds.IsBrazilCnpj("16727230000197").ShouldBeTrue();
        SouthernIds.IsBrazilCnpj("16727230000198").ShouldBeFalse();
    }

    [Fact]
    public void Mexico_and_Iberia()
    {
        MexicanIds.IsCurp("BOXW310820HNERXN09").ShouldBeTrue();
        MexicanIds.IsCurp("BOXW310820HNERXN08").ShouldBeFalse();
        MexicanIds.IsRfc("GODE561231GR8").ShouldBeTrue();
        MexicanIds.IsRfc("GODE561331GR8").ShouldBeFalse();
        IberianIds.IsSpainNif("54362315K").ShouldBeTrue();
        IberianIds.IsSpainNif("54362315Z").ShouldBeFalse();
        IberianIds.IsSpainNie("X2482300W").ShouldBeTrue();
        IberianIds.IsSpainCif("J99216582").ShouldBeTrue();
        IberianIds.IsSpainCif("J99216583").ShouldBeFalse();
        IberianIds.IsPortugalNif("501964843").ShouldBeTrue();
        IberianIds.IsPortugalNif("501964842").ShouldBeFalse();
    }

    [Fact]
    public void Cards_and_accounts()
    {
        Luhn.IsValid("4111111111111111").ShouldBeTrue();
        Luhn.IsValid("4111111111111112").ShouldBeFalse();
        Iban.IsValid("ES9121000418450200051332").ShouldBeTrue();
        Iban.IsValid("ES9121000418450200051333").ShouldBeFalse();
        Iban.IsClabe("032180000118359719").ShouldBeTrue();
        Iban.IsCbu("2850590940090418135201").ShouldBeTrue();
    }
}
