using System.Text.Json.Nodes;

namespace Cosecha.InfraTests;

/// <summary>infra/hooks/pseudonym-key.sh with a command in front that plays Azure.</summary>
public sealed class PseudonymKeyHookTests : IDisposable
{
    // Writes down how it is called, answers as the test says, and keeps what it is given to store.
    private const string Az = """
        #!/usr/bin/env bash
        echo "$*" >>"$HERE/calls"
        case "$*" in
          "cloud show"*) echo "https://manager.example/" ;;
          "rest --method get"*) cat "$HERE/answer"; exit "$(cat "$HERE/code")" ;;
          "rest --method put"*) cat >"$HERE/body" ;;
        esac
        """;

    private readonly DirectoryInfo _here = Directory.CreateTempSubdirectory("cosecha-hook-");

    [Fact]
    public async Task A_vault_without_a_key_gets_one_of_32_bytes()
    {
        (await RunAsync(1, """ERROR: Not Found({"error":{"code":"SecretNotFound"}})""")).Code.ShouldBe(0);
        var key = (string)JsonNode.Parse(await ReadAsync("body"))!["properties"]!["value"]!;
        Convert.FromBase64String(key).Length.ShouldBe(32);
        (await ReadAsync("calls")).ShouldNotContain(key);
    }

    [Fact]
    public async Task A_key_that_is_there_stays()
    {
        (await RunAsync(0, "{}")).Code.ShouldBe(0);
        (await ReadAsync("calls")).ShouldNotContain("--method put");
    }

    [Theory]
    [InlineData("ERROR: Forbidden")]
    [InlineData("ERROR: Too Many Requests")]
    public async Task After_any_other_failure_no_key_is_made(string answer)
    {
        (await RunAsync(1, answer)).Code.ShouldNotBe(0);
        (await ReadAsync("calls")).ShouldNotContain("--method put");
    }

    [Fact]
    public async Task The_app_reads_the_key_at_once()
    {
        await RunAsync(0, "{}");
        (await ReadAsync("calls")).ShouldContain(
            "https://manager.example/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/f/config/configreferences/appsettings/refresh"
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _here.Delete(recursive: true);

    private Task<string> ReadAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(_here.FullName, name), TestContext.Current.CancellationToken);

    private async Task<ToolResult> RunAsync(int code, string answer)
    {
        var az = Path.Combine(_here.FullName, "az");
        await File.WriteAllTextAsync(az, Az, TestContext.Current.CancellationToken);
        (await Tool.RunAsync("chmod", ["+x", az], Template.Plain, TestContext.Current.CancellationToken)).Code.ShouldBe(0);
        await File.WriteAllTextAsync(Path.Combine(_here.FullName, "code"), $"{code}", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_here.FullName, "answer"), answer, TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = $"{_here.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
            ["HERE"] = _here.FullName,
            ["AZURE_SUBSCRIPTION_ID"] = "s",
            ["AZURE_RESOURCE_GROUP"] = "g",
            ["AZURE_KEY_VAULT_NAME"] = "v",
            ["AZURE_FUNCTION_NAME"] = "f",
            ["PSEUDONYM_SECRET"] = "k",
        };
        var script = Path.Combine(Repository.Root, "infra", "hooks", "pseudonym-key.sh");
        return await Tool.RunAsync("bash", [script], environment, TestContext.Current.CancellationToken);
    }
}
