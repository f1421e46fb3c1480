using Cosecha.Ai;
using Cosecha.Anonymization;
using Cosecha.Consent;
using Cosecha.Datasets;
using Cosecha.FineTuning;
using Cosecha.Quality;
using Cosecha.Retention;
using Cosecha.Settings;
using Cosecha.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Tests.Settings;

/// <summary>What an operator is told of wrong settings: each once, by the name under which it is written, and none of the values.</summary>
public sealed class SettingsValidationTests
{
    [Theory]
    [InlineData("900")]
    [InlineData("0")]
    [InlineData("secret")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void A_number_out_of_range_and_a_text_that_is_none_are_told_alike(string text) =>
        Problems<AiOptions>(("Ai:TimeoutSeconds", text)).ShouldBe(["Ai__TimeoutSeconds must be a whole number from 1 to 300."]);

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "00000000-0000-0000-0000-000000000001", false)]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "@Microsoft.KeyVault(VaultName=v;SecretName=s)", false)]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "IngestionEndpoint=https://x;InstrumentationKey=1", true)]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "", true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317", true)]
    public void A_place_for_telemetry_that_cannot_be_used_is_told_by_name_and_not_by_value(string setting, string value, bool isFine)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
        var result = new TelemetryValidation(settings).Validate(null, new());
        result.Succeeded.ShouldBe(isFine);
        if (!isFine)
        {
            result.FailureMessage!.ShouldContain(setting);
            result.FailureMessage!.ShouldNotContain(value);
        }
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Problems<AiOptions>(
                ("Ai:TimeoutSeconds", "soon"),
                ("Ai:MaxConcurrentCalls", "101"),
                ("Ai:Service", "Azure"),
                ("Ai:Endpoint", "http://example.org"),
                ("Ai:Model", "m")
            )
            .ShouldBe(
                [
                    "Ai__Service must be one of AzureOpenAI, OpenAI.",
                    "Ai__TimeoutSeconds must be a whole number from 1 to 300.",
                    "Ai__MaxConcurrentCalls must be a whole number from 1 to 100.",
                    "Ai__Endpoint must be https, unless the service is on this machine.",
                ],
                ignoreOrder: true
            );

    [Fact]
    public void A_secret_that_is_missing_is_not_too_short_as_well() =>
        Problems<PseudonymOptions>().ShouldHaveSingleItem().ShouldStartWith("Pseudonym__Key is not set");

    [Fact]
    public void Every_kind_of_setting_is_told_in_its_own_words()
    {
        Problems<RetentionOptions>(("Retention:Captured", "2"))
            .ShouldBe(["Retention__Captured must be days, or days.hours:minutes:seconds, from 00:01:00 to 1.00:00:00."]);
        Problems<ExportOptions>(("Export:Bom", "perhaps")).ShouldBe(["Export__Bom must be true or false, or empty."]);
        Problems<ExportOptions>(("Export:MaxPerUser", "-1")).ShouldBe(["Export__MaxPerUser must be a whole number from 0."]);
        Problems<FineTuneOptions>(("FineTune:Epochs", "26")).ShouldBe(["FineTune__Epochs must be a whole number from 1 to 25, or empty."]);
        Problems<QualityOptions>(("Quality:ReviewBelow", "1.01")).ShouldBe(["Quality__ReviewBelow must be a number from 0 to 1."]);
    }

    [Theory]
    [InlineData("Anonymization:Operators:PERSON", "Hidden", "Anonymization__Operators__PERSON must be one of Placeholder")]
    [InlineData("Anonymization:Operators:PERSON", "7", "Anonymization__Operators__PERSON must be one of Placeholder")]
    [InlineData("Anonymization:Allow", "Acme", "Anonymization__Allow must be a list, one setting for each entry")]
    public void An_entry_of_a_list_is_named_in_full(string key, string text, string problem) =>
        Problems<AnonymizationOptions>((key, text)).ShouldHaveSingleItem().ShouldStartWith(problem);

    [Fact]
    public void What_can_be_read_is_read_whatever_else_is_wrong()
    {
        var settings = Settings(("Ai:TimeoutSeconds", "soon"), ("Ai:MaxConcurrentCalls", "7"), ("Ai:Service", "openai"));
        var options = SettingsBinder.Read<AiOptions>(settings, AiOptions.Section);
        (options.TimeoutSeconds, options.MaxConcurrentCalls, options.Service).ShouldBe((30, 7, AiService.OpenAI));
    }

    [Fact]
    public void Lists_and_empty_texts_are_read()
    {
        var settings = Settings(("Anonymization:Allow:0", "Acme"), ("Anonymization:Operators:PERSON", "Hash"), ("FineTune:Epochs", ""));
        var options = SettingsBinder.Read<AnonymizationOptions>(settings, AnonymizationOptions.Section);
        options.Allow.ShouldBe(["Acme"]);
        options.OperatorFor("PERSON").ShouldBe(RedactionOperator.Hash);
        SettingsBinder.Read<FineTuneOptions>(settings, FineTuneOptions.Section).Epochs.ShouldBeNull();
    }

    [Fact]
    public void No_settings_are_good_but_for_the_key_that_has_no_default()
    {
        Problems<AiOptions>().ShouldBeEmpty();
        Problems<ExportOptions>().ShouldBeEmpty();
        Problems<RetentionOptions>().ShouldBeEmpty();
        Problems<AnonymizationOptions>().ShouldBeEmpty();
    }

    private static List<string> Problems<T>(params (string Key, string Text)[] values)
        where T : class, new()
    {
        var settings = Settings(values);
        var section = (string)typeof(T).GetField("Section")!.GetRawConstantValue()!;
        var result = new SettingsValidation<T>(section, settings).Validate(null, SettingsBinder.Read<T>(settings, section));
        result.FailureMessage?.ShouldNotContain("secret.");
        return [.. result.Failures ?? []];
    }

    private static IConfiguration Settings(params (string Key, string Text)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>(v.Key, v.Text))).Build();
}
