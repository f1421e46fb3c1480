using System.Text;
using Cosecha.Messages;
using Cosecha.Tests.Fakes;
using CsCheck;

namespace Cosecha.Tests.Messages;

public sealed class PayloadTests
{
    private static readonly Gen<CapturedMessage> AnyMessage = Gen.Select(
        Gen.String[0, 8_000],
        Gen.Int[0, 1_000],
        (content, n) => new CapturedMessage(Sample.Header(id: $"m{n}"), Wellformed(content))
    );

    [Fact]
    public void What_is_packed_is_read_again_in_order_and_fits_the_queue() =>
        AnyMessage
            .List[1, 20]
            .Sample(
                messages =>
                {
                    var payloads = Payload.Pack(messages, PipelineJson.Plain.MessageBatchCapturedMessage, null);
                    payloads.ShouldAllBe(p => Encoding.UTF8.GetByteCount(p) <= Payload.MaxBytes);
                    payloads.SelectMany(p => Read(p).Batch!.Messages).ShouldBe(messages);
                },
                iter: 200
            );

    [Fact]
    public void A_labeled_message_of_an_earlier_build_is_read()
    {
        const string Old = """
            {"schema":1,"traceParent":null,"messages":[{
              "header":{"userKey":"u","conversationId":"c","messageId":"m","role":"user","timestamp":"2026-01-31T12:00:00+00:00","channel":null,"grant":1},
              "content":"HLSO 16/20","redactions":[],"label":{"intent":"pricing","items":[],"confidence":0.9},"discardReason":null,"doubts":null}]}
            """;
        var message = Payload.Read(Old, PipelineJson.Plain.MessageBatchLabeledMessage).Batch!.Messages.ShouldHaveSingleItem();
        (message.Content, message.Label!.Intent, message.Labeler).ShouldBe(("HLSO 16/20", "pricing", null));
    }

    [Fact]
    public void Small_messages_travel_together()
    {
        var messages = Enumerable
            .Range(0, 100)
            .Select(i => new CapturedMessage(Sample.Header(id: $"m{i}"), "necesito HLSO 16/20"))
            .ToList();
        Payload.Pack(messages, PipelineJson.Plain.MessageBatchCapturedMessage, null).Length.ShouldBe(1);
    }

    [Fact]
    public void The_longest_message_of_emoji_with_the_longest_ids_fits()
    {
        var content = string.Concat(Enumerable.Repeat("🦐", 4_000));
        var header = Sample.Header(new string('f', 64), new string('c', 100), new string('m', 100)) with { Channel = new string('w', 32) };
        var payload = Payload
            .Pack([new CapturedMessage(header, content)], PipelineJson.Plain.MessageBatchCapturedMessage, Trace)
            .ShouldHaveSingleItem();
        Read(payload).Batch!.Messages.ShouldHaveSingleItem().Content.ShouldBe(content);
    }

    [Fact]
    public void A_message_that_is_too_long_is_replaced_by_what_stands_for_it()
    {
        var messages = new[] { new CapturedMessage(Sample.Header(), new string('\u0001', 9_000)) };
        var payload = Payload
            .Pack(messages, PipelineJson.Plain.MessageBatchCapturedMessage, null, m => m with { Content = "too long" })
            .ShouldHaveSingleItem();
        Read(payload).Batch!.Messages[0].Content.ShouldBe("too long");
    }

    [Fact]
    public void The_trace_context_travels_along()
    {
        var payload = Payload.Pack([new CapturedMessage(Sample.Header(), "hola")], PipelineJson.Plain.MessageBatchCapturedMessage, Trace)[
            0
        ];
        Read(payload).Batch!.TraceParent.ShouldBe(Trace);
    }

    [Theory]
    [InlineData("", PayloadRefusals.NotJson)]
    [InlineData("hola", PayloadRefusals.NotJson)]
    [InlineData("{\"schema\":1,", PayloadRefusals.NotJson)]
    [InlineData("[]", PayloadRefusals.Malformed)]
    [InlineData("{}", PayloadRefusals.Malformed)]
    [InlineData("{\"schema\":\"1\",\"messages\":[]}", PayloadRefusals.Malformed)]
    [InlineData("{\"schema\":1,\"messages\":[]}", PayloadRefusals.Malformed)]
    [InlineData("{\"schema\":1,\"messages\":[null]}", PayloadRefusals.Malformed)]
    [InlineData("{\"schema\":1,\"messages\":[{\"content\":\"hola\"}]}", PayloadRefusals.Malformed)]
    [InlineData("{\"schema\":1,\"messages\":[{\"header\":null,\"content\":\"hola\"}]}", PayloadRefusals.Malformed)]
    [InlineData("{\"schema\":2,\"whatever\":true}", PayloadRefusals.UnknownSchema)]
    public void What_cannot_be_read_is_refused_with_a_reason(string payload, string reason)
    {
        var reading = Read(payload);
        reading.Batch.ShouldBeNull();
        reading.Refusal.ShouldBe(reason);
    }

    [Fact]
    public void No_text_whatsoever_makes_the_reading_throw() => Gen.String.Sample(text => Read(text).Refusal.ShouldNotBeNull(), iter: 500);

    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static PayloadReading<CapturedMessage> Read(string payload) =>
        Payload.Read(payload, PipelineJson.Plain.MessageBatchCapturedMessage);

    /// <summary>Lone surrogates do not survive UTF-8; the front door refuses them.</summary>
    private static string Wellformed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\u0001', ' ');
}
