using System.Text.RegularExpressions;

namespace Cosecha.InfraTests;

/// <summary>The variables of the parameter file, where people read of them and where GitHub hands them on.</summary>
public sealed partial class VariableTests
{
    private static readonly IReadOnlyList<string> s_variables =
    [
        .. Variable().Matches(Repository.Read("infra", "main.bicepparam")).Select(m => m.Groups["name"].Value),
    ];

    [Fact]
    public void The_deployment_page_tells_every_variable_and_no_other()
    {
        var table = Section().Match(Repository.Read("docs", "deploy.md")).Value;
        var told = Row().Matches(table).SelectMany(row => Name().Matches(row.Value)).Select(m => m.Groups["name"].Value);
        told.ShouldBe(s_variables, ignoreOrder: true);
    }

    [Fact]
    public void The_workflow_hands_every_variable_on()
    {
        var workflow = Repository.Read(".github", "workflows", "deploy.yml");
        s_variables.ShouldAllBe(name => workflow.Contains($"      {name}: ", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^## The variables$.*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| `[^|]+", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Z_]+)`")]
    private static partial Regex Name();
}
