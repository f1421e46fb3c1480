using System.Globalization;
using System.Text.RegularExpressions;
using Cosecha.Benchmarks.Cost;
using Cosecha.Datasets.Checks;
using Cosecha.Labeling;
using Cosecha.Tests.Catalog;

namespace Cosecha.Tests.Architecture;

/// <summary>docs/cost.md: its amounts are those of the formula, for the counts and prices on the same page.</summary>
public sealed partial class CostPageTests
{
    private const int Columns = 3;

    private static readonly string s_page = File.ReadAllText(Path.Combine(DependencyTests.Root, "docs", "cost.md"));

    [Fact]
    public void The_price_of_a_million_messages_follows_from_the_counts_on_the_page()
    {
        var counts = MessageUsage.Lines.Select(l => Numbers(l.Name)).ToList();
        var usages = Enumerable.Range(0, Columns).Select(c => MessageUsage.Of([.. counts.Select(line => line[c])])).ToList();
        foreach (var line in CostTables.Prices(usages))
        {
            s_page.ShouldContain(line);
        }
    }

    [Fact]
    public void The_page_tells_every_list_price()
    {
        var told = PriceRow().Matches(s_page).Select(m => double.Parse(m.Groups["price"].ValueSpan, CultureInfo.InvariantCulture));
        told.ShouldBe(typeof(ListPrices).GetFields().Select(f => (double)f.GetRawConstantValue()!));
    }

    [Fact]
    public void The_price_of_a_language_model_follows_from_the_shares_and_tokens_on_the_page()
    {
        var (tokensIn, tokensOut) = Tokens();
        var modes = ModeRow().Matches(s_page);
        modes.Count.ShouldBe(3);
        foreach (Match mode in modes)
        {
            var asked = double.Parse(mode.Groups["asked"].ValueSpan, CultureInfo.InvariantCulture);
            mode.Groups["gpt41"].Value.ShouldBe(Price(asked, ListPrices.Gpt41MiniIn, ListPrices.Gpt41MiniOut), mode.Value);
            mode.Groups["gpt4o"].Value.ShouldBe(Price(asked, ListPrices.Gpt4oMiniIn, ListPrices.Gpt4oMiniOut), mode.Value);
        }

        string Price(double asked, double priceIn, double priceOut) =>
            CostTables.Dollars(MillionMessages.Model(asked, tokensIn, tokensOut, priceIn, priceOut));
    }

    [Fact]
    public void A_question_to_the_language_model_is_about_as_long_as_the_page_says()
    {
        var catalog = CatalogFixture.Catalog;
        var prompt = LabelPrompt.Read(CatalogFixture.Folder).Fill(catalog);
        var schema = LabelSchema.Of(new(catalog)).GetRawText();
        const string text = "Buenas, necesito precio de HLSO 16/20 con 20% de glaseo, 10 toneladas para Houston";
        const string answer = """
            {"intent":"pricing","items":[{"product":"HLSO","size":"16/20","glaseo_percentage":20,"quantity":10,"quantity_unit":"t"}],"destination":"Houston","language":"es","confidence":0.95}
            """;
        var counter = TokenCounter.Of(TokenEncoding.O200kBase);
        var (tokensIn, tokensOut) = Tokens();
        tokensIn.ShouldBe(counter.Count(prompt) + counter.Count(schema) + counter.Count(text), tokensIn / 10);
        tokensOut.ShouldBe(counter.Count(answer), tokensOut / 10);
    }

    private static double[] Numbers(string line) =>
        [
            .. s_page
                .Split('\n')
                .Single(l => l.StartsWith($"| {line} |", StringComparison.Ordinal))
                .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(n => double.Parse(n, CultureInfo.InvariantCulture)),
        ];

    private static (double In, double Out) Tokens()
    {
        var said = Question().Match(s_page);
        return (Number(said.Groups["in"]), Number(said.Groups["out"]));

        static double Number(Group group) => double.Parse(group.ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\| [^|]+ \| (?<price>[0-9.]+) \| (?:read|memory)", RegexOptions.Multiline)]
    private static partial Regex PriceRow();

    [GeneratedRegex(
        @"^\| `(?:rules|cascade|ai)` \| (?<asked>[0-9.]+) \| (?<gpt41>[0-9.]+) \| (?<gpt4o>[0-9.]+) \|",
        RegexOptions.Multiline
    )]
    private static partial Regex ModeRow();

    [GeneratedRegex("A question takes (?<in>[0-9,]+) tokens and its answer (?<out>[0-9,]+)")]
    private static partial Regex Question();
}
