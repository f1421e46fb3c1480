using System.Text.Json;
using System.Text.Json.Nodes;
using Cosecha.AcceptanceTests.Ai;
using Microsoft.AspNetCore.Http;

namespace Cosecha.AcceptanceTests.Cli;

/// <summary><c>cosecha doctor</c> on settings, catalog and language model: what is wrong, and the command that mends it.</summary>
public sealed class DoctorTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DoctorFolder _folder = new(azurite.ConnectionString);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_setting_that_the_app_would_end_with_is_told_as_the_app_tells_it()
    {
        _folder.Settings["Ai__TimeoutSeconds"] = "900";
        _folder.Settings["Retention__Captured"] = "soon";
        _folder.Settings.Remove("Export__Schedule");
        var (code, output) = await _folder.RunAsync();
        code.ShouldBe(1);
        output.ShouldContain("FAIL  settings: Ai__TimeoutSeconds must be a whole number from 1 to 300.\n      -> edit local.settings.json");
        output.ShouldContain("FAIL  settings: Retention__Captured must be days, or days.hours:minutes:seconds, from");
        output.ShouldContain("FAIL  settings: Export__Schedule is not set");
        output.ShouldContain("-> \"Export__Schedule\": \"0 0 7 * * *\" in local.settings.json");
    }

    [Fact]
    public async Task A_schedule_that_is_none_is_told()
    {
        _folder.Settings["Export__Schedule"] = "0 7 * * *";
        (await _folder.RunAsync()).Output.ShouldContain("FAIL  settings: Export__Schedule is not an NCRONTAB schedule of six fields");
    }

    [Fact]
    public async Task A_slip_in_a_name_is_a_warning_with_the_name_that_was_meant()
    {
        _folder.Settings["Ai__Timeout"] = "20";
        var (code, output) = await _folder.RunAsync();
        output.ShouldContain("warn  settings: Ai__Timeout is no setting: nobody reads it\n      -> did you mean Ai__TimeoutSeconds?");
        code.ShouldBe(0, output);
    }

    [Theory]
    [InlineData("c2VjcmV0", "Development", "Pseudonym__Key is too short")]
    [InlineData("", "Development", "Pseudonym__Key is not set")]
    [InlineData(Consent.PseudonymOptions.DevelopmentKey, "Production", "Pseudonym__Key is the public one of the sample")]
    public async Task A_pseudonym_key_that_is_none_is_told_without_it_and_how_to_make_one(string key, string environment, string problem)
    {
        _folder.Settings["Pseudonym__Key"] = key;
        _folder.Settings["AZURE_FUNCTIONS_ENVIRONMENT"] = environment;
        var (code, output) = await _folder.RunAsync();
        output.ShouldContain($"FAIL  pseudonym key: {problem}");
        output.ShouldContain("-> openssl rand -base64 32, into Pseudonym__Key of local.settings.json");
        output.ShouldNotContain(key.Length > 0 ? key : "never");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_catalog_is_told_with_file_and_place()
    {
        Directory.CreateDirectory(_folder["broken"]);
        await File.WriteAllTextAsync(_folder["broken/products.json"], """{"products":7}""", TestContext.Current.CancellationToken);
        _folder.Settings["Catalog__Path"] = _folder["broken"];
        var (code, output) = await _folder.RunAsync();
        output.ShouldContain("FAIL  catalog: Catalog file products.json, $");
        output.ShouldContain($"-> edit {_folder["broken/products.json"]}");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_refuses_the_key_is_told_without_it()
    {
        await using var model = await ModelServer.StartAsync(_ => ModelServer.Fails(401, "invalid_api_key"));
        UseModel(model.Url);
        var (code, output) = await _folder.RunAsync();
        output.ShouldContain("FAIL  language model: The language model answered 401: look at Ai__Key");
        output.ShouldContain("-> az cognitiveservices account keys list");
        output.ShouldNotContain("hidden-key");
        output.ShouldNotContain("Toño");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_told_with_its_setting()
    {
        UseModel("http://127.0.0.1:9");
        var (code, output) = await _folder.RunAsync();
        output.ShouldContain("FAIL  language model: The language model cannot be reached");
        output.ShouldContain("-> curl -sS");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_answers_is_well()
    {
        await using var model = await ModelServer.StartAsync(_ => ModelServer.Says("""{"ready":true}"""));
        UseModel(model.Url);
        (await _folder.RunAsync()).Output.ShouldContain("ok    language model: m answers");
    }

    [Fact]
    public async Task Settings_of_an_app_in_azure_are_read_as_az_prints_them_and_secrets_of_the_vault_are_left_to_the_app()
    {
        _folder.Settings["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        _folder.Settings["Anonymization__Operators__PERSON"] = "Hash";
        _folder.Settings["Ai__Endpoint"] = "https://nowhere.invalid";
        _folder.Settings["Ai__Model"] = "m";
        foreach (var secret in new[] { "Pseudonym__Key", "Anonymization__HashKey", "Ai__Key" })
        {
            _folder.Settings[secret] = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/secret)";
        }

        var (code, output) = await _folder.RunOfAzureAsync();
        output.ShouldContain("ok    pseudonym key: in a key vault");
        output.ShouldContain("warn  settings: FUNCTIONS_WORKER_RUNTIME is not for Flex Consumption");
        output.ShouldContain("--setting-names FUNCTIONS_WORKER_RUNTIME");
        output.ShouldContain("warn  language model: not asked: Ai__Key is in the key vault");
        code.ShouldBe(0, output);
    }

    [Fact]
    public async Task The_current_pseudonym_key_is_checked_though_an_earlier_one_is_in_the_vault()
    {
        _folder.Settings["Pseudonym__Key"] = "c2VjcmV0";
        _folder.Settings["Pseudonym__PreviousKeys__0"] = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/secret)";
        var (code, output) = await _folder.RunOfAzureAsync();
        output.ShouldContain("FAIL  pseudonym key: Pseudonym__Key is too short");
        output.ShouldContain("-> azd provision, whose hook makes one");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_with_an_app_in_azure_is_mended_there_and_not_in_the_printed_file()
    {
        _folder.Settings["Ai__TimeoutSeconds"] = "900";
        _folder.Settings["Ai__Timeout"] = "20";
        _folder.Settings["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "7";
        _folder.Settings.Remove("Export__Schedule");
        var (code, output) = await _folder.RunOfAzureAsync();
        output.ShouldContain("-> az functionapp config appsettings set --name APP --resource-group GROUP --settings \"NAME=VALUE\"");
        output.ShouldContain("-> azd env set EXPORT_SCHEDULE '0 0 7 * * *', then azd provision");
        output.ShouldContain("-> did you mean Ai__TimeoutSeconds? az functionapp config appsettings delete");
        output.ShouldContain("FAIL  host: AzureFunctionsJobHost__extensions__queues__maxDequeueCount is not 5");
        output.ShouldContain("--settings \"AzureFunctionsJobHost__extensions__queues__maxDequeueCount=5\"");
        output.ShouldNotContain("app.json");
        code.ShouldBe(1);
    }

    [Fact]
    public async Task The_environment_of_this_machine_is_no_setting_of_an_app_in_azure()
    {
        _folder.Environment["Ai__TimeoutSeconds"] = "900";
        (await _folder.RunAsync()).Output.ShouldContain("FAIL  settings: Ai__TimeoutSeconds");
        (await _folder.RunOfAzureAsync()).Output.ShouldNotContain("Ai__TimeoutSeconds");
    }

    [Fact]
    public async Task The_findings_can_be_had_as_json()
    {
        _folder.Settings["Ai__TimeoutSeconds"] = "900";
        var (code, output) = await _folder.RunAsync("--json");
        var failed = JsonNode.Parse(output)!.AsArray().Single(f => (string)f!["verdict"]! == "Fail")!;
        ((string)failed["seen"]!).ShouldStartWith("Ai__TimeoutSeconds");
        ((string)failed["mend"]!).ShouldNotBeEmpty();
        code.ShouldBe(1);
    }

    [Theory]
    [InlineData("nowhere.json", null, "There is no file")]
    [InlineData("bad.json", "{", "is not valid JSON")]
    public async Task A_file_of_settings_that_cannot_be_read_is_a_sentence(string file, string? text, string problem)
    {
        if (text is not null)
        {
            await File.WriteAllTextAsync(_folder[file], text, TestContext.Current.CancellationToken);
        }

        var (code, output, error) = await CosechaCommand.RunAsync(["doctor", "--settings", _folder[file]]);
        (code, output).ShouldBe((1, ""));
        error.ShouldContain(problem);
        error.Trim().ShouldNotContain("\n");
    }

    private void UseModel(string url)
    {
        _folder.Settings["Ai__Endpoint"] = url;
        _folder.Settings["Ai__Model"] = "m";
        _folder.Settings["Ai__Key"] = "hidden-key";
    }
}
