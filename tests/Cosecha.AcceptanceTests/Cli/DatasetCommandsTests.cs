namespace Cosecha.AcceptanceTests.Cli;

/// <summary><c>cosecha datasets list | show | diff</c> and <c>cosecha export</c>: what they make of the answers.</summary>
public sealed class DatasetCommandsTests
{
    [Fact]
    public async Task List_shows_the_newest_version_first()
    {
        await using var server = await PublishedVersions.StartAsync();
        (await RunAsync(server, "datasets", "list")).ShouldBe(
            """
            version             made                       examples    train    valid   erased
            20260201T070000456Z 2026-02-01 07:00:00 UTC           3        3        0        0
            20260131T070000123Z 2026-01-31 07:00:00 UTC           3        2        1        4

            """
        );
    }

    [Fact]
    public async Task Show_tells_all_that_the_manifest_says_figures_that_it_does_not_know_included()
    {
        await using var server = await PublishedVersions.StartAsync();
        (await RunAsync(server, "datasets", "show", PublishedVersions.Old)).ShouldBe(
            """
            Data set 20260131T070000123Z: 2 training and 1 validation examples
              from 8 stored messages; left out: user_review 1
              Warning: few
              made 2026-01-31 07:00:00 UTC
              erased 2026-02-01 08:00:00 UTC: 4 lines
              train.jsonl                      2 lines         1,234 bytes
              checks.tokens.total                          1,500.5
              conversations                                      3
              revision                                           1

            """
        );
    }

    [Fact]
    public async Task Diff_counts_what_came_and_went_and_names_the_figures_that_moved()
    {
        await using var server = await PublishedVersions.StartAsync();
        (await RunAsync(server, "datasets", "diff", PublishedVersions.Old, "latest")).ShouldBe(
            """
            From 20260131T070000123Z to 20260201T070000456Z
              examples: 1 came, 1 went, 2 stayed (1 of them on the other side of the split)
              users: 1 came, 0 went, 2 stayed
              checks.tokens.total                          1,500.5           0    -1,500.5
              excluded.user_review                               1           0          -1
              messages                                           8           9          +1
              revision                                           1           0          -1
              train                                              2           3          +1
              valid                                              1           0          -1

            """
        );
    }

    [Fact]
    public async Task What_the_caller_can_mend_is_a_sentence()
    {
        await using var server = await PublishedVersions.StartAsync(empty: true);
        var (busy, output, why) = await CosechaCommand.RunAsync(["export", "--url", server.Url]);
        why.TrimEnd().ShouldBe("Another export or an erasure is writing data sets: try again in a minute.");
        output.ShouldBeEmpty();
        var (none, _, missing) = await CosechaCommand.RunAsync(["datasets", "show", "latest", "--url", server.Url]);
        missing.TrimEnd().ShouldBe("There is no data set version yet: cosecha export makes one.");
        (busy, none).ShouldBe((1, 1));
    }

    private static async Task<string> RunAsync(PublishedVersions server, params string[] arguments)
    {
        var (code, output, error) = await CosechaCommand.RunAsync([.. arguments, "--url", server.Url]);
        error.ShouldBeEmpty();
        code.ShouldBe(0);
        return output;
    }
}
