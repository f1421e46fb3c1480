using Cosecha.Datasets.Checks;

namespace Cosecha.Tests.Datasets.Checks;

public sealed class TokenFigureTests
{
    // Counts of tiktoken for the same texts.
    [Theory]
    [InlineData(TokenEncoding.O200kBase, "hello world", 2)]
    [InlineData(TokenEncoding.Cl100kBase, "hello world", 2)]
    [InlineData(TokenEncoding.O200kBase, "", 0)]
    public void Tokens_are_those_of_the_model(TokenEncoding encoding, string text, int tokens) =>
        TokenCounter.Of(encoding).Count(text).ShouldBe(tokens);

    [Fact]
    public void Cutting_a_long_text_between_words_changes_no_count()
    {
        var text = string.Concat(Enumerable.Repeat("camarón entero 16/20 ", 1000)).TrimEnd();
        var once = TokenCounter.Of(TokenEncoding.O200kBase).Count(" camarón entero 16/20");
        TokenCounter.Of(TokenEncoding.O200kBase).Count(" " + text).ShouldBe(1000 * once);
    }

    [Fact]
    public async Task A_name_costs_one_token_more_than_its_text()
    {
        const string With = """{"messages":[{"role":"user","content":"u","name":"ana"},{"role":"assistant","content":"a"}]}""";
        var (with, without) = (await TokensAsync(With), await TokensAsync(With.Replace(",\"name\":\"ana\"", "", StringComparison.Ordinal)));
        with.ShouldBe(without + TokenCounter.Of(TokenEncoding.O200kBase).Count("ana") + TokenCounter.Name);
    }

    [Theory]
    [InlineData("gpt-4o-mini", "gpt-4o-mini", 65_536)]
    [InlineData("gpt-4o-mini-2024-07-18", "gpt-4o-mini", 65_536)]
    [InlineData("gpt-4o-2024-08-06", "gpt-4o", 65_536)]
    [InlineData("GPT-4.1-nano", "gpt-4.1-nano", 32_768)]
    [InlineData("gpt-35-turbo-0125", "gpt-35-turbo", 16_385)]
    public void A_model_is_known_by_its_name_with_or_without_its_date(string name, string model, int limit)
    {
        var found = FineTuneModel.Find(name)!;
        (found.Name, found.TokenLimit).ShouldBe((model, limit));
    }

    [Theory]
    [InlineData("gpt-4omega")]
    [InlineData("llama-3")]
    [InlineData("")]
    public void A_model_that_is_not_known_is_none(string name) => FineTuneModel.Find(name).ShouldBeNull();

    // The cookbook's rule: three epochs, more for fewer than 100 examples seen, fewer for more than 25,000.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 25)]
    [InlineData(10, 10)]
    [InlineData(33, 3)]
    [InlineData(34, 3)]
    [InlineData(8_333, 3)]
    [InlineData(8_334, 2)]
    [InlineData(100_000, 1)]
    public void Epochs_follow_the_number_of_examples(long examples, int epochs) =>
        TrainingEstimate.Of(examples, 1000).ShouldBe(new TrainingEstimate(epochs, 1000, epochs * 1000L));

    [Fact]
    public void Percentiles_are_those_of_a_sorted_list()
    {
        var histogram = new Histogram();
        foreach (var value in Enumerable.Range(1, 100).Reverse().Append(500))
        {
            histogram.Add(value);
        }

        histogram.ToDistribution().ShouldBe(new Distribution(1, 500, 55, 51, 6, 96));
        new Histogram().ToDistribution().ShouldBeNull();
        var two = new Histogram();
        two.Add(1);
        two.Add(11);
        two.ToDistribution().ShouldBe(new Distribution(1, 11, 6, 6, 1.5, 10.5));
    }

    private static async Task<long> TokensAsync(string line) => (await CheckedFile.CheckAsync([line])).Tokens.Total;
}
