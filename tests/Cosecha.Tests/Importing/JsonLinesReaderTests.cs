using Cosecha.Importing;
using CsCheck;

namespace Cosecha.Tests.Importing;

public sealed class JsonLinesReaderTests
{
    private const string Time = "\"timestamp\":\"2026-01-31T10:00:00Z\"";

    [Fact]
    public async Task A_line_is_a_message_as_the_front_door_takes_it()
    {
        const string Line =
            """{"messageId":"m1","conversationId":"c1","userId":"u1","role":"user","content":"precio","timestamp":"2026-01-31T10:00:00-05:00","channel":"web"}""";
        var message = (await Reading.ListAsync(Reader(Line))).ShouldHaveSingleItem().Message!;
        (message.MessageId, message.ConversationId, message.UserId, message.Content, message.Channel).ShouldBe(
            ("m1", "c1", "u1", "precio", "web")
        );
        message.Timestamp.ShouldBe(new(2026, 1, 31, 15, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_line_may_be_a_conversation()
    {
        const string Line = $$"""
            {"conversation_id":"c1","user_id":"u1","consent":true,"channel":"web","messages":[{"message_id":"m1","role":"user","content":"a",{{Time}}},{"role":"assistant","content":"b",{{Time}}}]}

            {"messages":[{"userId":"u2","conversationId":"c2","role":"user","content":"c",{{Time}}}]}
            """;
        (await Reading.AllAsync(Reader(Line))).ShouldBe(["1 user u1: a", "1 assistant u1: b", "3 user u2: c"]);
        var messages = (await Reading.ListAsync(Reader(Line))).Select(r =>
            $"{r.Message!.ConversationId} {r.Message.MessageId} {r.Message.Channel}"
        );
        messages.ShouldBe(["c1 m1 web", "c1  web", "c2  "]);
    }

    [Theory]
    [InlineData("{\"userId\":", "not_json")]
    [InlineData("7", "not_a_message")]
    [InlineData("{\"messages\":7}", "not_a_message")]
    [InlineData($"{{\"role\":\"user\",\"content\":\"x\",{Time}}}", "no_user")]
    [InlineData($"{{\"userId\":\"u\",\"role\":\"bot\",\"content\":\"x\",{Time}}}", "no_role")]
    [InlineData($"{{\"userId\":\"u\",\"role\":\"user\",{Time}}}", "no_text")]
    [InlineData("{\"userId\":\"u\",\"role\":\"user\",\"content\":\"x\"}", "no_time")]
    [InlineData("{\"userId\":\"u\",\"role\":\"user\",\"content\":\"x\",\"timestamp\":\"ayer\"}", "no_time")]
    public async Task A_line_that_is_no_message_has_a_reason(string line, string reason) =>
        (await Reading.AllAsync(Reader($"\n{line}"))).ShouldBe([$"2 {reason}"]);

    [Fact]
    public void No_text_makes_it_fail() =>
        Gen.OneOf(Reading.Pick("{", "}", "\"", ":", ",", "[", "]", "\\ud83d", "\n", "messages", "role", "1e999", "null"), Gen.String[0, 4])
            .Array[0, 25]
            .Select(p => string.Concat(p))
            .Sample(text => Reading.ListAsync(Reader(text)).GetAwaiter().GetResult().ShouldNotBeNull(), iter: 3_000);

    private static JsonLinesReader Reader(string text) => new(() => new StringReader(text));
}
