using System.Text;
using System.Text.Json;
using Cosecha.Datasets.Checks;

namespace Cosecha.Tests.Datasets.Checks;

/// <summary>Files to check.</summary>
internal static class CheckedFile
{
    private const string Input = """{"messages":[{"role":"system","content":"s"},{"role":"user","content":"u"}]}""";

    public static string ChatLine(params string[] messages) => $$"""{"messages":[{{string.Join(',', messages)}}]}""";

    public static List<string> Chat(int lines, int from = 0) =>
        [
            .. Enumerable
                .Range(from, lines)
                .Select(i =>
                    ChatLine(
                        """{"role":"system","content":"You sell."}""",
                        $$"""{"role":"user","content":"Question {{i}}"}""",
                        $$"""{"role":"assistant","content":"Answer {{i}}"}"""
                    )
                ),
        ];

    public static List<string> Completions(int lines) =>
        [.. Enumerable.Range(0, lines).Select(i => $$"""{"prompt":"Question {{i}}","completion":" Answer {{i}}\n"}""")];

    public static List<string> Preferences(int lines) =>
        [
            .. Enumerable
                .Range(0, lines)
                .Select(i => Preference("""{"input":I,"preferred_output":[A],"non_preferred_output":[B]}""").Replace("\"u\"", $"\"u{i}\"")),
        ];

    /// <summary>A line in which I stands for an input, A and B for messages of the assistant, U for one of the user.</summary>
    public static string Preference(string template) =>
        template
            .Replace(":I,", $":{Input},", StringComparison.Ordinal)
            .Replace("[A]", """[{"role":"assistant","content":"a"}]""", StringComparison.Ordinal)
            .Replace(":A,", """:{"role":"assistant","content":"a"},""", StringComparison.Ordinal)
            .Replace("[B]", """[{"role":"assistant","content":"b"}]""", StringComparison.Ordinal)
            .Replace("[U]", """[{"role":"user","content":"u"}]""", StringComparison.Ordinal);

    public static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    public static Task<FileCheck> CheckAsync(IEnumerable<string> lines, FineTuneModel? model = null) => CheckAsync(Bytes(lines), model);

    public static async Task<FileCheck> CheckAsync(byte[] file, FineTuneModel? model = null, int maxFindings = 1000)
    {
        using var stream = new MemoryStream(file);
        return await new DatasetChecker(model ?? FineTuneModel.Default, maxFindings).CheckAsync(
            stream,
            TestContext.Current.CancellationToken
        );
    }

    public static string WireName(FindingCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
