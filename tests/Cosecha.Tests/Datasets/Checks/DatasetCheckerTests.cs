using System.Text;
using System.Text.Json;
using Cosecha.Datasets;
using Cosecha.Datasets.Checks;
using Cosecha.Tests.Fakes;
using CsCheck;

namespace Cosecha.Tests.Datasets.Checks;

public sealed class DatasetCheckerTests
{
    [Fact]
    public async Task The_files_of_an_export_pass_without_a_finding()
    {
        var examples = Enumerable.Range(0, 60).Select(i => ExampleOf($"¿Precio {i}? \"HLSO\" \\ 🦐\n", $"USD {i}")).ToList();
        foreach (var format in ExampleFormat.All)
        {
            var check = await CheckedFile.CheckAsync(examples.Select(e => Encoding.UTF8.GetString(format.Line(e)!)));
            check.Counts.ShouldBeEmpty();
            (check.IsClean, check.Examples, check.Lines).ShouldBe((true, 60, 60));
        }
    }

    // 24 tokens a line: three messages of 3 each, their roles of 1, their texts of 3 ("Answer", a space, a number), and 3 for the reply.
    [Fact]
    public async Task The_report_is_as_approved()
    {
        var lines = CheckedFile.Chat(11);
        lines.Add("""{"messages":[{"role":"user","content":"u","x":1},{"role":"assistant","content":"a"}]}""");
        lines.Add(lines[0]);
        var report = JsonSerializer.Serialize(await CheckedFile.CheckAsync(lines), DatasetJson.Indented.FileCheck);
        report.ShouldBe(
            """
            {
              "format": "chat",
              "bytes": 1720,
              "bom": false,
              "lines": 13,
              "examples": 12,
              "errors": 1,
              "warnings": 3,
              "counts": {
                "few_examples": 1,
                "unknown_key": 1,
                "duplicate_line": 1,
                "no_system": 1
              },
              "findings": [
                {
                  "line": 12,
                  "message": 1,
                  "code": "unknown_key",
                  "severity": "error"
                },
                {
                  "line": 12,
                  "message": null,
                  "code": "no_system",
                  "severity": "warning"
                },
                {
                  "line": 13,
                  "message": null,
                  "code": "duplicate_line",
                  "severity": "warning"
                },
                {
                  "line": null,
                  "message": null,
                  "code": "few_examples",
                  "severity": "warning"
                }
              ],
              "messagesPerExample": {
                "min": 3,
                "max": 3,
                "mean": 3,
                "median": 3,
                "p5": 3,
                "p95": 3
              },
              "tokens": {
                "model": "gpt-4o-mini",
                "limit": 65536,
                "total": 288,
                "assistantTotal": 36,
                "perExample": {
                  "min": 24,
                  "max": 24,
                  "mean": 24,
                  "median": 24,
                  "p5": 24,
                  "p95": 24
                },
                "assistantPerExample": {
                  "min": 3,
                  "max": 3,
                  "mean": 3,
                  "median": 3,
                  "p5": 3,
                  "p95": 3
                }
              },
              "training": {
                "epochs": 8,
                "tokensPerEpoch": 288,
                "billedTokens": 2304
              }
            }
            """.ReplaceLineEndings(Environment.NewLine)
        );
    }

    [Theory]
    [InlineData(0, "too_few_examples")]
    [InlineData(9, "too_few_examples")]
    [InlineData(10, "few_examples")]
    [InlineData(49, "few_examples")]
    [InlineData(50, null)]
    public async Task Ten_examples_are_needed_and_fifty_advised(int lines, string? code)
    {
        var check = await CheckedFile.CheckAsync(CheckedFile.Chat(lines));
        check.Counts.Keys.Select(CheckedFile.WireName).ShouldBe(code is null ? [] : [code]);
        check.IsClean.ShouldBe(lines >= 10);
    }

    [Fact]
    public async Task An_example_over_the_limit_is_named_and_billed_up_to_it()
    {
        var model = new FineTuneModel("small", TokenEncoding.O200kBase, 25);
        var check = await CheckedFile.CheckAsync(
            [
                .. CheckedFile.Chat(11),
                CheckedFile.Chat(1, from: 100)[0].Replace("You", "You" + string.Concat(Enumerable.Repeat(" really", 10))),
            ],
            model
        );
        check.Findings.Single(f => f.Code == FindingCode.OverTokenLimit).Line.ShouldBe(12);
        check.Tokens.PerExample!.Max.ShouldBe(34);
        check.Training.ShouldBe(new(8, 11 * 24 + 25, 8 * (11 * 24 + 25)));
    }

    [Fact]
    public async Task A_flood_of_findings_is_counted_and_cut_without_hiding_errors_behind_warnings()
    {
        var lines = Enumerable
            .Range(0, 300)
            .Select(i => $$"""{"messages":[{"role":"user","content":"{{i}}"},{"role":"assistant","content":"a"}]}""");
        var check = await CheckedFile.CheckAsync(CheckedFile.Bytes([.. lines, "x"]), maxFindings: 5);
        check.Counts[FindingCode.NoSystem].ShouldBe(300);
        check.Findings.Select(f => f.Line).ShouldBe([1, 2, 3, 4, 5, 301]);
        (check.Errors, check.Warnings).ShouldBe((1, 300));
    }

    [Fact]
    public async Task A_line_without_end_is_passed_over_and_a_huge_file_refused()
    {
        await using var stream = new EndlessLine(DatasetChecker.MaxBytes);
        var check = await new DatasetChecker(FineTuneModel.Default).CheckAsync(stream, TestContext.Current.CancellationToken);
        check.Findings.Select(f => f.Code).ShouldBe([FindingCode.LineTooLong, FindingCode.FileTooLarge, FindingCode.TooFewExamples]);
        check.Lines.ShouldBe(1);
    }

    [Fact]
    public async Task What_follows_a_line_that_is_too_long_keeps_its_number()
    {
        var check = await CheckedFile.CheckAsync([.. CheckedFile.Chat(10), new string(' ', LineReader.MaxBytes + 1), "x"]);
        check.Findings.Take(2).Select(f => (f.Line, f.Code)).ShouldBe([(11, FindingCode.LineTooLong), (12, FindingCode.NotJson)]);
    }

    [Fact]
    public async Task A_text_without_spaces_does_not_take_its_square_in_time()
    {
        var text = new string('a', 2_000_000);
        var line = CheckedFile.ChatLine($$"""{"role":"user","content":"{{text}}"}""", """{"role":"assistant","content":"a"}""");
        (await CheckedFile.CheckAsync([line])).Counts[FindingCode.OverTokenLimit].ShouldBe(1);
    }

    [Fact]
    public async Task No_bytes_make_it_fail()
    {
        string[] pieces =
        [
            "{\"messages\":[",
            "{\"role\":\"user\",\"content\":",
            "\"u\"",
            "}",
            "]}",
            "\n",
            "\\ud800",
            "\"",
            ",",
            "null",
            "\"weight\":1e99",
            "\"tool_calls\":[{}]",
            "{\"input\":{\"messages\":[7]},\"preferred_output\":[[]]",
            "{\"prompt\":3",
            "\r\n",
            "\uFEFF",
            "[[[[",
            "\0",
        ];
        var piece = Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(i => Encoding.UTF8.GetBytes(pieces[i])), Gen.Byte.Array[0, 4]);
        await piece
            .Array[0, 40]
            .SampleAsync(
                async bytes =>
                {
                    var file = bytes.SelectMany(b => b).ToArray();
                    var check = await CheckedFile.CheckAsync(file);
                    check.Bytes.ShouldBe(file.Length);
                    check.Errors.ShouldBe(check.Findings.Count(f => f.Severity == Severity.Error));
                    JsonSerializer.Serialize(check, DatasetJson.Plain.FileCheck).ShouldNotBeEmpty();
                },
                iter: 20_000
            );
    }

    [Fact]
    public void Every_code_is_said_in_a_sentence_of_its_own() =>
        Enum.GetValues<FindingCode>().Select(FindingCodes.Describe).ShouldBeUnique();

    private sealed class EndlessLine(long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(_left, buffer.Length);
            buffer.Span[..count].Fill((byte)'x');
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }

    private static Example ExampleOf(string question, string answer)
    {
        ChatTurn[] before =
        [
            ChatTurn.System("Vendes camarón."),
            ChatTurn.User("hola"),
            ChatTurn.Context("¿qué talla?"),
            ChatTurn.User(question),
        ];
        return new(Sample.Header(), question, answer, "m2", new(before, answer, "¿cuánto?", []), null, null);
    }
}
