using Cosecha.Importing;

namespace Cosecha.Tests.Importing;

public sealed class SessionsReaderTests
{
    [Fact]
    public async Task A_session_is_a_conversation_that_ends_with_its_last_activity()
    {
        const string Sessions = """
            {"+593990000001": {"state": "idle", "data": {}, "language": "es", "last_activity": 1764180000.25, "consent_for_training": true,
              "conversation_history": [{"role": "user", "content": "precio"}, {"role": "assistant", "content": "USD 4"}]}}
            """;
        (await ReadAsync(Sessions)).ShouldBe(["1 user +593990000001: precio", "1 assistant +593990000001: USD 4"]);
        var messages = (await Reading.ListAsync(Reader(Sessions))).Select(r => r.Message!).ToList();
        messages[1].Timestamp.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1_764_180_000_250));
        messages[0].Timestamp.ShouldBeLessThan(messages[1].Timestamp);
        // Nothing that changes when the session goes on may be in the ids.
        messages.ShouldAllBe(m => m.Moment.Length == 0);
    }

    [Theory]
    [InlineData("""{"a": {"state": "idle", "last_activity": 1}}""", "1 no_messages")]
    [InlineData("""{"a": {"conversation_history": [], "last_activity": 1}}""", "1 no_messages")]
    [InlineData("""{"a": 7}""", "1 not_a_message")]
    [InlineData("""{"a": {"conversation": [{"role": "system", "content": "eres un bot"}], "last_activity": 1}}""", "1 no_role")]
    [InlineData("""{"a": {"conversation": [{"role": "user", "content": ["x"]}], "last_activity": 1}}""", "1 no_text")]
    [InlineData("""{"a": {"conversation": [{"role": "user", "content": "\ud83d"}], "last_activity": 1}}""", "1 no_text")]
    [InlineData("""{"a": {"conversation": [{"role": "user", "content": " "}], "last_activity": 1}}""", "1 empty")]
    [InlineData("""{"a": {"conversation": [{"role": "user", "content": "x"}]}}""", "1 no_time")]
    [InlineData("""{"a": {"conversation": [{"role": "user", "content": "x"}], "last_activity": 1e300}}""", "1 no_time")]
    [InlineData("""{"a": {"conversation": ["x"], "last_activity": 1}}""", "1 not_a_message")]
    [InlineData("""{"\ud83d": {"conversation": [{"role": "user", "content": "x"}], "last_activity": 1}}""", "1 no_user")]
    [InlineData(
        """{"sessions": {"a": {"history": [{"role": "user", "content": "x", "timestamp": "2026-01-31T10:00:00Z"}]}}}""",
        "1 user a: x"
    )]
    public async Task What_cannot_be_imported_has_a_reason(string sessions, string expected) =>
        (await ReadAsync(sessions)).ShouldBe([expected]);

    [Theory]
    [InlineData("{\"a\":\n", "The file is not JSON, at line 2.")]
    [InlineData("[]", "The file is not an object of sessions by user id.")]
    public async Task Another_file_is_refused(string text, string problem) =>
        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(text))).Message.ShouldBe(problem);

    private static SessionsReader Reader(string text) => new(() => new StringReader(text));

    private static Task<IReadOnlyList<string>> ReadAsync(string text) => Reading.AllAsync(Reader(text));
}
