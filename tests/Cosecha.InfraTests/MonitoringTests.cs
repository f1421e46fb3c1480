using System.Text.RegularExpressions;
using Cosecha.Telemetry;

namespace Cosecha.InfraTests;

/// <summary>What the alerts and the workbook ask about exists in the code.</summary>
public sealed partial class MonitoringTests(Template template)
{
    /// <summary>The one figure of ASP.NET Core that the app sends too.</summary>
    private const string Requests = "http.server.request.duration";

    private static readonly string[] s_instruments =
    [
        .. Instruments.Histograms.Concat(Instruments.Counters.Values).Select(d => d.Name),
        Requests,
    ];

    private static readonly string[] s_tables = ["Requests", "Dependencies", "Traces", "Exceptions"];

    private static readonly string[] s_attributes =
    [
        .. typeof(AttributeKeys).GetFields().Select(f => (string)f.GetRawConstantValue()!),
        "http.request.method",
        "http.route",
    ];

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
    public void The_workbook_shows_every_figure_that_the_app_sends_and_no_other() =>
        Dotted(Repository.Read("infra", "workbook.json")).Except(s_attributes).ShouldBe(s_instruments, ignoreOrder: true);

    [Fact]
    public void The_alerts_ask_for_figures_that_the_app_sends_and_for_nothing_else()
    {
        Queries().ShouldAllBe(q => q.StartsWith("AppMetrics |", StringComparison.Ordinal));
        Queries().SelectMany(Dotted).ShouldBeSubsetOf(s_instruments.Concat(s_attributes));
    }

    [Fact]
    public void The_host_whose_spans_hold_addresses_and_so_user_ids_keeps_none_and_none_is_stored()
    {
        // learn.microsoft.com/azure/azure-monitor/app/opentelemetry-sampling: the only kind that the host's exporter takes; 0 is none.
        var settings = Template.AppSettings(template.Prod);
        ((string)settings["OTEL_TRACES_SAMPLER"]!, (string)settings["OTEL_TRACES_SAMPLER_ARG"]!).ShouldBe(
            ("microsoft.fixed_percentage", "0")
        );

        var rule = Template.Of(template.Dev, "Microsoft.Insights/dataCollectionRules").Single();
        ((string)rule["kind"]!).ShouldBe("WorkspaceTransforms");
        var flows = rule["properties"]!["dataFlows"]!.AsArray();
        flows.Select(f => (string)f!["streams"]![0]!).ShouldBe([.. s_tables.Select(t => $"Microsoft-Table-App{t}")]);
        flows.ShouldAllBe(f =>
            ((string)f!["transformKql"]!).Contains("not(SDKVersion startswith 'azurefunctions'", StringComparison.Ordinal)
        );
        Template.Of(template.Dev, "Microsoft.OperationalInsights/workspaces").Last()["properties"]!
            ["defaultDataCollectionRuleResourceId"]
            .ShouldNotBeNull();
    }

    [Fact]
    public void The_page_of_telemetry_tells_every_instrument_with_its_unit_and_attributes() =>
        Repository
            .Read("docs", "telemetry.md")
            .Split('\n')
            .Where(line =>
                line.Contains("| histogram |", StringComparison.Ordinal) || line.Contains("| counter |", StringComparison.Ordinal)
            )
            .ShouldBe(Instruments.Histograms.Concat(Instruments.Counters.Values).Select(Row), ignoreOrder: true);

    private static string Row(InstrumentDefinition instrument)
    {
        var attributes = string.Join(", ", instrument.Attributes.Select(a => $"`{a}`"));
        var kind = instrument.Buckets is null ? "counter" : "histogram";
        return $"| `{instrument.Name}` | {kind} | `{instrument.Unit}` | {attributes} | {instrument.Description} |";
    }

    private static IEnumerable<string> Dotted(string text) => Name().Matches(text).Select(m => m.Groups["name"].Value).Distinct();

    private IEnumerable<string> Queries() =>
        Template
            .Of(template.Dev, "Microsoft.Insights/scheduledQueryRules")
            .Select(r => (string)r["properties"]!["criteria"]!["allOf"]![0]!["query"]!);

    /// <summary>Names of figures and attributes are the only dotted words in quotes; JSON puts a backslash before those.</summary>
    [GeneratedRegex("\"(?<name>[a-z_]+(\\.[a-z_]+)+)\\\\?\"")]
    private static partial Regex Name();
}
