using System.Text.RegularExpressions;
using Cosecha.Telemetry;

namespace Cosecha.InfraTests;

/// <summary>What the alerts and the workbook ask about exists in the code.</summary>
public sealed partial class MonitoringTests(Template template)
{
    private static readonly string[] s_counters = [.. typeof(CounterNames).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void Somebody_is_told_of_poison_messages_missing_exports_errors_and_old_messages()
    {
        Template
            .Names(template.Prod, "Microsoft.Insights/scheduledQueryRules")
            .ShouldBe(["alert-poison", "alert-no-export", "alert-errors", "alert-queue-age"]);
        Template.Names(template.Prod, "Microsoft.Insights/metricAlerts").ShouldBe(["alert-health"]);
        Template.Of(template.Prod, "Microsoft.Consumption/budgets").ShouldHaveSingleItem();
    }

    [Fact]
    public void An_environment_without_an_address_tells_nobody()
    {
        Template.Of(template.Dev, "Microsoft.Insights/actionGroups").ShouldBeEmpty();
        Template.Of(template.Dev, "Microsoft.Consumption/budgets").ShouldBeEmpty();
    }

    [Fact]
    public void The_workbook_shows_every_counter_that_the_code_has_and_no_other() =>
        Metrics(Repository.Read("infra", "workbook.json")).ShouldBe(s_counters, ignoreOrder: true);

    [Fact]
    public void The_alerts_ask_for_counters_that_the_code_has() => Queries().SelectMany(Metrics).ShouldBeSubsetOf(s_counters);

    [Fact]
    public void The_export_alert_asks_for_functions_that_the_code_has()
    {
        var query = Queries().Single(q => q.Contains("26h", StringComparison.Ordinal));
        var functions = Directory
            .GetFiles(Path.Combine(Repository.Root, "src", "Cosecha.Functions"), "*.cs")
            .SelectMany(f => Function().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups["name"].Value);
        Quoted().Matches(query).Select(m => m.Groups["name"].Value).ShouldBeSubsetOf(functions);
    }

    [Fact]
    public void The_address_of_a_request_which_may_hold_a_user_id_is_not_stored()
    {
        var rule = Template.Of(template.Dev, "Microsoft.Insights/dataCollectionRules").Single();
        ((string)rule["kind"]!).ShouldBe("WorkspaceTransforms");
        var flow = rule["properties"]!["dataFlows"]!.AsArray().Single()!;
        ((string)flow["streams"]![0]!).ShouldBe("Microsoft-Table-AppRequests");
        ((string)flow["transformKql"]!).ShouldContain("extend Url = ''");
        ((string)flow["transformKql"]!).ShouldNotContain("HttpPath");
        Template.Of(template.Dev, "Microsoft.OperationalInsights/workspaces").Last()["properties"]!
            ["defaultDataCollectionRuleResourceId"]
            .ShouldNotBeNull();
    }

    private static IEnumerable<string> Metrics(string text) => Metric().Matches(text).Select(m => m.Groups["name"].Value).Distinct();

    private IEnumerable<string> Queries() =>
        Template
            .Of(template.Dev, "Microsoft.Insights/scheduledQueryRules")
            .Select(r => (string)r["properties"]!["criteria"]!["allOf"]![0]!["query"]!);

    [GeneratedRegex(@"cosecha\.(?<name>\w+)")]
    private static partial Regex Metric();

    [GeneratedRegex("""\[Function\((?:nameof\()?"?(?<name>\w+)""")]
    private static partial Regex Function();

    [GeneratedRegex("\"(?<name>\\w+)\"")]
    private static partial Regex Quoted();
}
