using Cosecha.Ai;
using Cosecha.Anonymization;
using Cosecha.Settings;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Tests.Settings;

public sealed class UnknownSettingsTests
{
    private static readonly UnknownSettings Unknown = new(
        [new(AiOptions.Section, typeof(AiOptions)), new(AnonymizationOptions.Section, typeof(AnonymizationOptions))],
        ["Export__Schedule", "AzureWebJobsStorage"]
    );

    [Theory]
    [InlineData("Ai:Timeout", "Ai__TimeoutSeconds")]
    [InlineData("Ai:Modell", "Ai__Model")]
    [InlineData("Ai_Key", "Ai__Key")]
    [InlineData("Al:Endpoint", "Ai__Endpoint")]
    [InlineData("Anonymization:OrgEnable", "Anonymization__OrgEnabled")]
    [InlineData("Export:Schedul", "Export__Schedule")]
    [InlineData("AzureWebJobStorage", "AzureWebJobsStorage")]
    public void A_slip_is_found_with_the_name_that_was_meant(string key, string meant) =>
        Find(key).ShouldHaveSingleItem().ShouldBe((key.Replace(":", "__"), meant));

    [Theory]
    [InlineData("Ai:Model")]
    [InlineData("ai:model")]
    [InlineData("Anonymization:Allow:0")]
    [InlineData("Anonymization:Operators:PERSON")]
    [InlineData("AzureWebJobsStorage:blobServiceUri")]
    [InlineData("PATH")]
    [InlineData("Logging:LogLevel:Default")]
    public void What_is_a_setting_or_somebody_elses_variable_is_left_alone(string key) => Find(key).ShouldBeEmpty();

    [Fact]
    public void A_name_in_a_section_that_is_like_no_setting_is_found_all_the_same() =>
        Find("Ai:Something:Else").ShouldHaveSingleItem().Name.ShouldBe("Ai__Something__Else");

    private static List<(string Name, string Nearest)> Find(string key) =>
        [.. Unknown.Find(new ConfigurationBuilder().AddInMemoryCollection([new(key, "x")]).Build())];
}
