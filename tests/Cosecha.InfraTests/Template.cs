using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Cosecha.InfraTests.Template))]

namespace Cosecha.InfraTests;

/// <summary>
/// The template as Azure would see it: the compiler's own forecast of what a deployment makes, for an environment without anything optional and for
/// one with all of it. What only Azure knows stays in it as an expression in brackets.
/// </summary>
public sealed class Template : IAsyncLifetime
{
    internal static readonly IReadOnlyDictionary<string, string> Plain = new Dictionary<string, string> { ["AZURE_ENV_NAME"] = "dev" };

    internal static readonly IReadOnlyDictionary<string, string> Everything = new Dictionary<string, string>
    {
        ["AZURE_ENV_NAME"] = "prod",
        ["ALERT_EMAIL"] = "staff@example.org",
        ["AUTHENTICATION_CLIENT_ID"] = "11111111-1111-1111-1111-111111111111",
        ["BUDGET_START"] = "2026-11-01",
        ["LANGUAGE_MODEL"] = "true",
        ["OPERATOR_KEY_NAME"] = "operator-key",
        ["PRIVATE_NETWORK"] = "true",
        ["PSEUDONYM_SECRETS"] = "newer,older",
        ["SEARCH"] = "true",
    };

    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("cosecha-infra-");

    /// <summary>Resources of an environment without anything optional.</summary>
    internal IReadOnlyList<JsonNode> Dev { get; private set; } = [];

    /// <summary>Resources of an environment with everything.</summary>
    internal IReadOnlyList<JsonNode> Prod { get; private set; } = [];

    /// <summary>The folder in which the compiler may write: a copy of <c>infra</c>.</summary>
    internal string Folder => _copy.FullName;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var source = Path.Combine(Repository.Root, "infra");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Dev = await ForecastAsync(Plain);
        Prod = await ForecastAsync(Everything);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _copy.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The last part of the names of all resources of a type.</summary>
    internal static IEnumerable<string> Names(IEnumerable<JsonNode> resources, string type) =>
        Of(resources, type).Select(r => ((string)r["name"]!).Split('/')[^1]);

    /// <summary>All resources of a type.</summary>
    internal static IEnumerable<JsonNode> Of(IEnumerable<JsonNode> resources, string type) =>
        resources.Where(r => (string)r["type"]! == type);

    /// <summary>The app's settings.</summary>
    internal static JsonObject AppSettings(IEnumerable<JsonNode> resources) =>
        Of(resources, "Microsoft.Web/sites/config").Single(r => ((string)r["name"]!).EndsWith("/appsettings", StringComparison.Ordinal))[
            "properties"
        ]!.AsObject();

    private async Task<IReadOnlyList<JsonNode>> ForecastAsync(IReadOnlyDictionary<string, string> environment)
    {
        var parameters = Path.Combine(Folder, "main.bicepparam");
        string[] arguments = ["snapshot", parameters, "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString()];
        var result = await Tool.RunAsync(Repository.Bicep, arguments, environment, CancellationToken.None);
        result.Code.ShouldBe(0, result.Errors);
        var forecast = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(parameters, ".snapshot.json")))!;
        forecast["diagnostics"]!.AsArray().ShouldBeEmpty();
        return [.. forecast["predictedResources"]!.AsArray().Select(r => r!)];
    }
}
