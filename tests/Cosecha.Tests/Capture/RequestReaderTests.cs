using System.Globalization;
using System.Text;
using System.Text.Json;
using Cosecha.Capture;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Capture;

public sealed class RequestReaderTests
{
    private const string Good =
        """{"messageId":"m1","conversationId":"c1","userId":"u1","role":"user","content":"hola","timestamp":"2026-01-31T12:00:00-05:00","channel":"whatsapp"}""";

    private readonly RequestReader _reader = new(new MessageReader(new FakeTimeProvider(Sample.Noon)));

    [Fact]
    public async Task A_whole_message_is_read()
    {
        var message = (await ReadAsync(Good)).Messages.ShouldHaveSingleItem().Message;
        message.ShouldBe(
            new PostedMessage("m1", "c1", "u1", Role.User, "hola", new DateTimeOffset(2026, 1, 31, 17, 0, 0, TimeSpan.Zero), "whatsapp")
        );
    }

    [Fact]
    public async Task What_is_optional_may_be_missing()
    {
        var message = (await ReadAsync("""{"conversationId":"c1","userId":"u1","role":"assistant","content":""}""")).Messages[0].Message;
        message.ShouldBe(new PostedMessage(null, "c1", "u1", Role.Assistant, "", null, null));
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("hola", "body")]
    [InlineData("[]", "body")]
    [InlineData("42", "body")]
    [InlineData("{\"messages\":{}}", "messages")]
    [InlineData("{\"messages\":[]}", "messages")]
    public async Task A_body_that_is_none_is_refused_as_a_whole(string body, string field) =>
        (await ReadAsync(body)).Error!.Field.ShouldBe(field);

    [Theory]
    [InlineData("conversationId", "\"\"")]
    [InlineData("conversationId", "\"  \"")]
    [InlineData("conversationId", "7")]
    [InlineData("userId", "null")]
    [InlineData("messageId", "\"\"")]
    [InlineData("role", "\"system\"")]
    [InlineData("role", "\"User\"")]
    [InlineData("role", "{}")]
    [InlineData("content", "null")]
    [InlineData("content", "\"\\ud800\"")]
    [InlineData("timestamp", "\"yesterday\"")]
    [InlineData("timestamp", "\"10\"")]
    [InlineData("timestamp", "1769878800")]
    [InlineData("timestamp", "\"2026-02-01T12:00:01Z\"")]
    [InlineData("channel", "\"+593 99 123 4287\"")]
    public async Task A_wrong_field_is_named(string field, string value)
    {
        var reading = (await ReadAsync(With(field, value))).Messages.ShouldHaveSingleItem();
        reading.Message.ShouldBeNull();
        reading.Error!.Field.ShouldBe(field);
        reading.Error.IsTooLarge.ShouldBeFalse();
    }

    [Fact]
    public async Task A_timestamp_of_tomorrow_is_still_taken() =>
        (await ReadAsync(With("timestamp", "\"2026-02-01T12:00:00Z\""))).Messages[0].Message.ShouldNotBeNull();

    [Theory]
    [InlineData(8_000, true)]
    [InlineData(8_001, false)]
    public async Task Content_ends_at_8000_characters(int length, bool taken)
    {
        var reading = (await ReadAsync(With("content", $"\"{new string('x', length)}\""))).Messages[0];
        (reading.Message is not null).ShouldBe(taken);
        (reading.Error?.IsTooLarge ?? false).ShouldBe(!taken);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task A_batch_ends_at_100_messages(int count, bool taken)
    {
        var request = await ReadAsync($"{{\"messages\":[{string.Join(',', Enumerable.Repeat(Good, count))}]}}");
        request.Messages.Count.ShouldBe(taken ? count : 0);
        (request.Error?.IsTooLarge ?? false).ShouldBe(!taken);
    }

    [Fact]
    public async Task A_wrong_message_of_a_batch_leaves_the_others_alone()
    {
        var request = await ReadAsync($"{{\"messages\":[{Good},{With("role", "\"bot\"")},17,{Good}]}}");
        request.Error.ShouldBeNull();
        request.Messages.Select(m => m.Message is not null).ShouldBe([true, false, false, true]);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_without_reading_it_all() =>
        (await ReadAsync(new string(' ', RequestReader.MaxBytes + 1))).Error!.IsTooLarge.ShouldBeTrue();

    [Fact]
    public async Task Control_characters_become_spaces_and_line_breaks_stay() =>
        (await ReadAsync(With("content", "\"a\\u0000b\\r\\nc\\td\\u007f\""))).Messages[0].Message!.Content.ShouldBe("a b\nc\td ");

    [Fact]
    public async Task An_error_never_repeats_what_was_sent()
    {
        var reading = (await ReadAsync(With("role", "\"+593 99 123 4287\""))).Messages[0];
        reading.Error!.Reason.ShouldNotContain("593");
    }

    [Fact]
    public void No_bytes_whatsoever_make_the_reader_throw() =>
        Gen
            .Byte.Array[0, 200]
            .Sample(bytes => _reader.ReadAsync(new MemoryStream(bytes), CancellationToken.None).GetAwaiter().GetResult().ShouldNotBeNull());

    private Task<PostedRequest> ReadAsync(string body) =>
        _reader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), TestContext.Current.CancellationToken);

    private static string With(string field, string value)
    {
        var fields = JsonDocument.Parse(Good).RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetRawText());
        fields[field] = value;
        return "{" + string.Join(',', fields.Select(f => string.Create(CultureInfo.InvariantCulture, $"\"{f.Key}\":{f.Value}"))) + "}";
    }
}
