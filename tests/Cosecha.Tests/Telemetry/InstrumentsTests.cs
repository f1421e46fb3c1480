using System.Globalization;
using System.Text.RegularExpressions;
using Cosecha.Telemetry;
using Cosecha.Tests.Fakes;

namespace Cosecha.Tests.Telemetry;

/// <summary>Charts and alerts of others know the instruments by name.</summary>
public sealed partial class InstrumentsTests
{
    /// <summary>Counters whose figure is in a histogram.</summary>
    private static readonly string[] s_inHistograms =
    [
        CounterNames.Labeled,
        CounterNames.Labelers,
        CounterNames.ConfidenceSum,
        CounterNames.AiCalls,
        CounterNames.AiTokens,
    ];

    private static readonly string[] s_counters = [.. typeof(CounterNames).GetFields().Select(f => (string)f.GetRawConstantValue()!)];

    private static IEnumerable<InstrumentDefinition> All => Instruments.Histograms.Concat(Instruments.Counters.Values);

    [Fact]
    public void Names_units_attributes_and_buckets_are_those_that_were_approved() =>
        All.Select(Line)
            .Order(StringComparer.Ordinal)
            .ShouldBe(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Telemetry", "Instruments.approved.txt")));

    [Fact]
    public void The_meter_makes_each_of_them_once_and_no_other()
    {
        using var measured = new Measurements();
        measured
            .Instruments.Select(i => $"{i.Name} {i.Unit} {i.Description}")
            .ShouldBe(All.Select(d => $"{d.Name} {d.Unit} {d.Description}"), ignoreOrder: true);
    }

    [Fact]
    public void Every_counter_has_an_instrument_or_is_a_figure_of_a_histogram() =>
        Instruments.Counters.Keys.Concat(s_inHistograms).ShouldBe(s_counters, ignoreOrder: true);

    [Fact]
    public void Names_and_attributes_have_the_form_of_the_semantic_conventions()
    {
        All.Select(d => d.Name).Concat(All.SelectMany(d => d.Attributes)).ShouldAllBe(n => Dotted().IsMatch(n));
        All.Select(d => d.Name).Distinct().Count().ShouldBe(All.Count());
        All.Select(d => d.Unit).ShouldAllBe(u => Unit().IsMatch(u));
    }

    private static string Line(InstrumentDefinition d)
    {
        var buckets = d.Buckets is null ? "" : $" [{string.Join(' ', d.Buckets.Select(b => b.ToString(CultureInfo.InvariantCulture)))}]";
        return $"{d.Name} {d.Unit} {string.Join(',', d.Attributes)}{buckets}".TrimEnd();
    }

    [GeneratedRegex(@"^[a-z][a-z_]*(\.[a-z][a-z_]*)+$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(s|1|\{[A-Za-z]+\})$")]
    private static partial Regex Unit();
}
