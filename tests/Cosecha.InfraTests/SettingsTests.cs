using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cosecha.Azure;

namespace Cosecha.InfraTests;

/// <summary>The settings of the template against the options of the code and what Flex Consumption refuses.</summary>
public sealed partial class SettingsTests(Template template)
{
    // Settings that the template leaves to the code's own default, knowingly: COSECHA_SETTINGS sets any of them (docs/deploy.md).
    private static readonly string[] s_defaulted =
    [
        // No key where a managed identity does it; staff come in by App Service Authentication or the operator's key.
        "Ai__Key",
        "Access__ReviewerKey",
        "Anonymization__HashKey",
        // What Azure OpenAI is spoken to as, and how patiently.
        "Ai__Service",
        "Ai__MaxConcurrentCalls",
        "Ai__TimeoutSeconds",
        "Ai__MaxOutputTokens",
        "Ai__InputPricePerMillion",
        "Ai__OutputPricePerMillion",
        // The business's own choices: the same everywhere unless somebody decides otherwise.
        "Anonymization__Allow",
        "Anonymization__Deny",
        "Anonymization__Operators",
        "Anonymization__OrgEnabled",
        "Anonymization__SecondOpinion",
        "Anonymization__Threshold",
        "Catalog__Path",
        "Export__Bom",
        "Export__MaxPerIntent",
        "Export__MaxPerUser",
        "Export__MaxTokens",
        "Export__MaxTurns",
        "Export__Seed",
        "Export__ValidShare",
        "FineTune__BaseModel",
        "FineTune__Epochs",
        "FineTune__Seed",
        "FineTune__Suffix",
        "Quality__ReviewBelow",
        "Retention__Captured",
        "Retention__Discarded",
        "Retention__Messages",
        "Retention__Poison",
        "Retention__Versions",
        "Telemetry__Console",
        "Telemetry__SampleRatio",
    ];

    // Settings that the host or an SDK reads, none of our options.
    internal static readonly string[] Platform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AZURE_CLIENT_ID",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
        "Export__Schedule",
        "OTEL_TRACES_SAMPLER",
        "OTEL_TRACES_SAMPLER_ARG",
        "OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID",
    ];

    [Fact]
    public void Every_setting_of_the_code_is_in_the_template_or_knowingly_left_to_its_default() =>
        OptionProperties.App.Select(o => o.Name).ShouldBe(InTheTemplate(template).Except(Platform).Concat(s_defaulted), ignoreOrder: true);

    [Fact]
    public void No_setting_that_Flex_Consumption_refuses_is_set() =>
        InTheTemplate(template).Intersect(FlexConsumption.RefusedSettings).ShouldBeEmpty();

    [Fact]
    public void An_environment_without_options_names_no_model_and_no_login()
    {
        var names = Template.AppSettings(template.Dev).Select(s => s.Key).ToList();
        names.ShouldNotContain(n => n.StartsWith("Ai__", StringComparison.Ordinal));
        ((string)Template.AppSettings(template.Dev)["Access__PlatformAuthentication"]!).ShouldBe("False");
        Template.Of(template.Dev, "Microsoft.Web/sites/config").Count().ShouldBe(1);
    }

    [Fact]
    public void Secrets_are_references_to_the_vault_newest_pseudonym_key_first()
    {
        var settings = Template.AppSettings(template.Prod);
        foreach (
            var (setting, secret) in new[]
            {
                ("Pseudonym__Key", "newer"),
                ("Pseudonym__PreviousKeys__0", "older"),
                ("Access__OperatorKey", "operator-key"),
            }
        )
        {
            ((string)settings[setting]!).ShouldContain("@Microsoft.KeyVault(SecretUri=");
            ((string)settings[setting]!).ShouldEndWith($"'{secret}')]");
        }
    }

    [Fact]
    public void The_runtime_is_the_one_that_the_code_is_built_for()
    {
        var app = Template.Of(template.Dev, "Microsoft.Web/sites").Single()["properties"]!["functionAppConfig"]!;
        var framework = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("TargetFramework").Single().Value;
        $"net{app["runtime"]!["version"]}".ShouldBe(framework);
        ((string)app["runtime"]!["name"]!).ShouldBe("dotnet-isolated");
    }

    private static IEnumerable<string> InTheTemplate(Template template) =>
        Template
            .AppSettings(template.Dev)
            .Concat(Template.AppSettings(template.Prod))
            .Select(s => Index().Replace(s.Key, ""))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The place in a list: <c>Pseudonym__PreviousKeys__0</c> is of the setting <c>Pseudonym__PreviousKeys</c>.</summary>
    [GeneratedRegex("__[0-9]+$")]
    private static partial Regex Index();
}
