using System.Text;
using Cosecha.Datasets.Checks;

namespace Cosecha.Tests.Datasets.Checks;

/// <summary>One broken line each, with what is said about it.</summary>
public sealed class BrokenLineTests
{
    private const string System = """{"role":"system","content":"s"}""";
    private const string User = """{"role":"user","content":"u"}""";
    private const string Assistant = """{"role":"assistant","content":"a"}""";
    private const string Call =
        """{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]}""";

    public static TheoryData<string, string> ChatMessages =>
        new()
        {
            { """7""", "message_not_an_object" },
            { """{"content":"u"}""", "role_missing" },
            { """{"role":"bot","content":"u"}""", "role_unknown" },
            { """{"role":"User","content":"u"}""", "role_unknown" },
            { """{"role":null,"content":"u"}""", "role_unknown" },
            { """{"role":"user"}""", "content_missing" },
            { """{"role":"user","content":null}""", "content_missing" },
            { """{"role":"assistant","content":null}""", "content_missing" },
            { """{"role":"user","content":" \n"}""", "content_empty" },
            { """{"role":"user","content":[]}""", "content_empty" },
            { """{"role":"user","content":5}""", "content_invalid" },
            { """{"role":"user","content":[{"type":"sound"}]}""", "content_invalid" },
            { """{"role":"assistant","content":[{"type":"image_url","image_url":{"url":"u"}}]}""", "content_invalid" },
            { """{"role":"user","content":"u","sender":"x"}""", "unknown_key" },
            { """{"role":"user","content":"u","name":""}""", "name_invalid" },
            { """{"role":"user","content":"u","name":1}""", "name_invalid" },
            { """{"role":"assistant","content":"a","weight":2}""", "weight_invalid" },
            { """{"role":"assistant","content":"a","weight":0.5}""", "weight_invalid" },
            { """{"role":"assistant","content":"a","weight":true}""", "weight_invalid" },
            { """{"role":"user","content":"u","weight":1}""", "weight_misplaced" },
            {
                """{"role":"user","content":"u","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]}""",
                "tool_calls_misplaced"
            },
            { """{"role":"assistant","tool_calls":[]}""", "tool_calls_invalid" },
            { """{"role":"assistant","tool_calls":{}}""", "tool_calls_invalid" },
            {
                """{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":{}}}]}""",
                "tool_calls_invalid"
            },
            { """{"role":"tool","content":"t"}""", "tool_call_id_missing" },
            { """{"role":"tool","content":"t","tool_call_id":"c9"}""", "tool_call_unknown" },
            { """{"role":"user","content":"u","tool_call_id":"c1"}""", "tool_call_id_misplaced" },
        };

    public static TheoryData<string, string> Lines =>
        new()
        {
            { "", "empty_line" },
            { "  \t", "empty_line" },
            { "hola", "not_json" },
            { """{"messages":[""", "not_json" },
            { """{"messages":[],}""", "not_json" },
            { Chat(System, User, Assistant) + " x", "trailing_content" },
            { Chat(System, User, Assistant) + Chat(System, User, Assistant), "trailing_content" },
            { "[]", "not_an_object" },
            { "null", "not_an_object" },
            { """{"messages":[],"messages":[]}""", "duplicate_key" },
            { Chat(System, User, """{"role":"assistant","content":"a","content":"b"}"""), "duplicate_key" },
            { Chat(System, User, """{"role":"assistant","content":"a\ud83d"}"""), "unreadable_text" },
            { """{"\udc00":1}""", "unreadable_text" },
            { """{"texto":"hola"}""", "unknown_format" },
            { """{"prompt":"p","completion":"c"}""", "other_format" },
            { """{"messages":{}}""", "messages_missing" },
            { """{"messages":[]}""", "messages_missing" },
            { Chat(System, User), "last_not_assistant" },
            { Chat(System, Assistant, User), "last_not_assistant" },
            { Chat(User, Assistant), "no_system" },
            { Chat(System, Assistant), "no_user" },
            { Chat(System, User, """{"role":"assistant","content":"a","weight":0}"""), "nothing_trained" },
            { Chat(System, User, Assistant)[..^1] + ""","id":1}""", "unknown_key" },
            { Chat(System, User, Assistant)[..^1] + ""","tools":{}}""", "tools_invalid" },
            { Chat(System, User, Assistant)[..^1] + ""","parallel_tool_calls":"yes"}""", "tools_invalid" },
        };

    public static TheoryData<string, string> CompletionLines =>
        new()
        {
            { """{"completion":"c"}""", "prompt_missing" },
            { """{"prompt":["p"],"completion":"c"}""", "prompt_missing" },
            { """{"prompt":"p"}""", "completion_missing" },
            { """{"prompt":"p","completion":" \n"}""", "completion_missing" },
            { """{"prompt":"p","completion":"c","id":1}""", "unknown_key" },
        };

    public static TheoryData<string, string> PreferenceLines =>
        new()
        {
            { """{"input":[],"preferred_output":[A],"non_preferred_output":[B]}""", "input_missing" },
            { """{"input":{},"preferred_output":[A],"non_preferred_output":[B]}""", "messages_missing" },
            { """{"input":I,"preferred_output":[A]}""", "output_missing" },
            { """{"input":I,"preferred_output":[],"non_preferred_output":[B]}""", "output_missing" },
            { """{"input":I,"preferred_output":A,"non_preferred_output":[B]}""", "output_missing" },
            { """{"input":I,"preferred_output":[A],"non_preferred_output":[U]}""", "role_unknown" },
            { """{"input":I,"preferred_output":[A],"non_preferred_output":[A]}""", "equal_outputs" },
            { """{"input":I,"preferred_output":[A],"non_preferred_output":[B],"id":1}""", "unknown_key" },
            {
                """{"input":I,"preferred_output":[A],"non_preferred_output":[{"role":"tool","content":"t","tool_call_id":"c1"}]}""",
                "output_without_assistant"
            },
        };

    [Theory]
    [MemberData(nameof(ChatMessages))]
    public async Task A_broken_message_is_named_by_line_message_and_reason(string message, string code)
    {
        var found = await FindAsync(CheckedFile.Chat(12), Chat(System, User, message, Assistant));
        found.ShouldContain($"13/3/{code}");
        found
            .Where(f => !f.EndsWith(code, StringComparison.Ordinal))
            .ShouldAllBe(f => f == "13/3/role_unknown" || f == "13/3/content_missing");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_broken_line_is_named_with_its_reason(string line, string code) =>
        (await FindAsync(CheckedFile.Chat(12), line)).ShouldBe([$"13//{code}"]);

    [Theory]
    [MemberData(nameof(CompletionLines))]
    public async Task A_broken_completion_is_named_with_its_reason(string line, string code) =>
        (await FindAsync(CheckedFile.Completions(12), line)).ShouldBe([$"13//{code}"]);

    [Theory]
    [MemberData(nameof(PreferenceLines))]
    public async Task A_broken_preference_is_named_with_its_reason(string template, string code)
    {
        var found = await FindAsync(CheckedFile.Preferences(12), CheckedFile.Preference(template));
        found.ShouldContain(f => f.StartsWith("13/", StringComparison.Ordinal) && f.EndsWith(code, StringComparison.Ordinal));
        found.Select(f => f.Split('/')[0]).ShouldAllBe(line => line == "13");
    }

    [Theory]
    [InlineData("""{"role":"user","content":"u","name":"ana"}""")]
    [InlineData("""{"role":"user","content":[{"type":"text","text":"u"},{"type":"image_url","image_url":{"url":"u"}}]}""")]
    [InlineData("""{"role":"assistant","content":"a","weight":0}""")]
    [InlineData(Call)]
    [InlineData(Call + """,{"role":"tool","content":"t","tool_call_id":"c1"}""")]
    public async Task What_the_services_take_passes(string message) =>
        (
            await FindAsync(
                CheckedFile.Chat(12),
                Chat(System, User, message, Assistant)[..^1] + ""","tools":[{}],"parallel_tool_calls":true}"""
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task Bytes_that_are_no_text_are_named()
    {
        byte[] file = [.. CheckedFile.Bytes(CheckedFile.Chat(12)), .. "{\"messages\":\""u8, 0xC3, 0x28, .. "\"}\n"u8];
        (await FindAsync(file)).ShouldBe(["13//invalid_utf8"]);
        (await FindAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray())).ShouldBe([
            "1//invalid_utf8",
            "//too_few_examples",
        ]);
    }

    [Fact]
    public async Task A_byte_order_mark_belongs_to_the_first_line_only()
    {
        var lines = CheckedFile.Bytes(CheckedFile.Chat(12));
        byte[] joined = [0xEF, 0xBB, 0xBF, .. lines, 0xEF, 0xBB, 0xBF, .. CheckedFile.Bytes(CheckedFile.Chat(1, from: 50))];
        (await FindAsync(joined)).ShouldBe(["13//bom_inside"]);
        (await CheckedFile.CheckAsync(joined)).Bom.ShouldBeTrue();
        (await CheckedFile.CheckAsync(lines)).Bom.ShouldBeFalse();
    }

    [Fact]
    public async Task Line_breaks_of_windows_are_said_once_and_a_missing_last_one_is_fine()
    {
        var file = Encoding.UTF8.GetBytes(string.Join("\r\n", CheckedFile.Chat(12)));
        (await FindAsync(file)).ShouldBe(["1//crlf"]);
        (await CheckedFile.CheckAsync(file)).Counts[FindingCode.Crlf].ShouldBe(11);
    }

    [Fact]
    public async Task A_repeated_line_is_a_warning()
    {
        var lines = CheckedFile.Chat(12);
        (await FindAsync([.. lines, lines[3]], lines[3])).ShouldBe(["13//duplicate_line", "14//duplicate_line"]);
    }

    private static string Chat(params string[] messages) => CheckedFile.ChatLine(messages);

    private static Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<string> before, string line) =>
        FindAsync(CheckedFile.Bytes([.. before, line]));

    /// <summary>Line, message and code of all findings, but that a small file is small.</summary>
    private static async Task<IReadOnlyList<string>> FindAsync(byte[] file) =>
        [
            .. (await CheckedFile.CheckAsync(file))
                .Findings.Where(f => f.Code != FindingCode.FewExamples)
                .Select(f => $"{f.Line}/{f.Message}/{CheckedFile.WireName(f.Code)}"),
        ];
}
