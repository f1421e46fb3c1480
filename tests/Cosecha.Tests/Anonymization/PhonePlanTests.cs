using PhoneNumbers;

namespace Cosecha.Tests.Anonymization;

/// <summary>The table of first digits may let too much through, never too little: libphonenumber has the last word after it.</summary>
public sealed class PhonePlanTests
{
    [Theory]
    [InlineData("EC")]
    [InlineData("PE")]
    [InlineData("CO")]
    [InlineData("MX")]
    [InlineData("CL")]
    [InlineData("AR")]
    [InlineData("BR")]
    [InlineData("VE")]
    [InlineData("PA")]
    [InlineData("ES")]
    [InlineData("PT")]
    [InlineData("FR")]
    [InlineData("IT")]
    [InlineData("US")]
    [InlineData("CN")]
    [InlineData("MA")]
    public void A_national_mobile_or_fixed_number_after_a_phone_word_is_gone(string country)
    {
        var library = PhoneNumberUtil.GetInstance();
        foreach (var kind in new[] { PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE })
        {
            var example = library.GetExampleNumberForType(country, kind);
            foreach (var format in new[] { PhoneNumberFormat.NATIONAL, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.E164 })
            {
                var written = library.Format(example, format);
                AnonymizerFixture.AnonymizeForms($"mi teléfono es {written} gracias").ShouldBe("mi teléfono es [PHONE] gracias", written);
            }
        }
    }
}
