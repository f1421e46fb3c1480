using System.Text.Json.Nodes;

namespace Cosecha.AcceptanceTests.Cli;

/// <summary><c>cosecha datasets check</c> as a process of its own.</summary>
public sealed class DatasetsCheckTests
{
    private const string Check = "datasets check -";

    [Fact]
    public async Task A_file_without_errors_is_described_and_passes()
    {
        var (code, output, error) = await RunAsync(Check, Lines(60));
        error.ShouldBeEmpty();
        output.ShouldBe(
            """
            Standard input: chat format, 60 lines, 60 good examples, 7,740 bytes, no byte order mark
              an example has           min        p5    median      mean       p95       max
              messages                   3         3         3         3         3         3
              tokens                    23        23        23        23        23        23
              assistant tokens           2         2         2         2         2         2
              Tokens: 1,380 in all, 120 of them the assistant's; gpt-4o-mini takes 65,536 an example
              Training: 3 epochs of 1,380 tokens, about 4,140 billed
            The services would take the file.

            """
        );
        code.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_with_errors_is_refused_with_lines_and_reasons_and_none_of_its_text()
    {
        const string Broken = """
            {"messages":[{"role":"user","content":"SECRET"},{"role":"bot","content":"SECRET"}]}
            {"messages":[{"role":"user","content":"SECRET"},{"role":"assistant","content":"","SECRET":1}]}
            SECRET

            """;
        var (code, output, _) = await RunAsync(Check, Lines(11) + Broken);
        output.ShouldNotContain("SECRET");
        var findings = output[output.IndexOf("4 errors", StringComparison.Ordinal)..];
        findings.ShouldBe(
            """
            4 errors:
                     1  not_json: the line is not JSON
                        line 14
                     1  unknown_key: a key is unknown to the service
                        line 13, message 2
                     1  role_unknown: the role is unknown, or may not stand there
                        line 12, message 2
                     1  content_empty: the content is empty
                        line 13, message 2
            3 warnings:
                     1  few_examples: there are fewer than 50 examples: little will be learned
                     2  no_system: there is no system message
                        line 12; line 13
            The services would refuse the file.

            """
        );
        code.ShouldBe(1);
    }

    [Fact]
    public async Task The_report_can_be_had_as_json_and_for_another_model()
    {
        var (code, output, _) = await RunAsync(Check + " --json --model gpt-35-turbo-0125", Lines(3));
        var report = JsonNode.Parse(output)!;
        ((string)report["tokens"]!["model"]!, (int)report["tokens"]!["limit"]!).ShouldBe(("gpt-35-turbo", 16_385));
        ((int)report["counts"]!["too_few_examples"]!).ShouldBe(1);
        code.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_caller_can_mend_is_a_sentence()
    {
        var (unknown, _, model) = await RunAsync(Check + " --model llama-3", "");
        model.ShouldStartWith("--model must be one of gpt-4o-mini, ");
        var (missing, _, file) = await RunAsync("datasets check there-is-none.jsonl", "");
        file.Trim().ShouldStartWith("Could not find file");
        file.Trim().ShouldNotContain("\n");
        (unknown, missing).ShouldBe((1, 1));
    }

    private static string Lines(int count) =>
        string.Concat(
            Enumerable
                .Range(100, count)
                .Select(i =>
                    $$"""{"messages":[{"role":"system","content":"You sell."},{"role":"user","content":"Ask {{i}}"},{"role":"assistant","content":"a{{i}}"}]}"""
                    + "\n"
                )
        );

    private static Task<(int Code, string Output, string Error)> RunAsync(string command, string input) =>
        CosechaCommand.RunAsync(command.Split(' '), input.TrimEnd('\n'));
}
