using System.Text;
using Cosecha.Capture;
using Cosecha.Consent;
using Cosecha.Tests.Catalog;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Cosecha.Tests.Consent;

public sealed class AnswerReaderTests
{
    private const string Start = """{"textVersion":"2025-01","language":"es" """;

    private readonly AnswerReader _reader = new(
        CatalogFixture.Catalog.Consent,
        new SafeId(Sample.Pseudonyms()),
        new FakeTimeProvider(Sample.Noon)
    );

    [Fact]
    public async Task A_bot_that_says_no_more_than_before_grants_training_now()
    {
        var text = CatalogFixture.Catalog.Consent.Find("2025-01", "es")!;
        var answer = (await ReadAsync("}")).Answer;
        answer.ShouldBe(new ConsentAnswer(true, "2025-01", "es", text.Hash(), null, null, ConsentPurposes.Training, null));
    }

    [Fact]
    public async Task All_that_can_be_said_is_read()
    {
        var rest = """
            ,"granted":false,"channel":"web","evidenceMessageId":"wamid.HBgMNTkz","purposes":["retrieval","training"],"at":"2026-01-31T07:00:00-05:00"}
            """;
        var answer = (await ReadAsync(rest)).Answer!;
        answer.Granted.ShouldBeFalse();
        answer.Channel.ShouldBe("web");
        answer.EvidenceMessageId!.ShouldMatch("^[0-9a-f]{64}$");
        answer.Purposes.ShouldBe(ConsentPurposes.Training | ConsentPurposes.Retrieval);
        answer.At.ShouldBe(Sample.Noon);
    }

    [Theory]
    [InlineData(""","granted":"yes"}""", "granted")]
    [InlineData(""","purposes":"training"}""", "purposes")]
    [InlineData(""","purposes":[]}""", "purposes")]
    [InlineData(""","purposes":["training","resale"]}""", "purposes")]
    [InlineData(""","purposes":[1]}""", "purposes")]
    [InlineData(""","at":"soon"}""", "at")]
    [InlineData(""","at":1769860800}""", "at")]
    [InlineData(""","at":"2026-01-31T12:05:01Z"}""", "at")]
    [InlineData(""","at":"0001-01-01"}""", "at")]
    [InlineData(""","evidenceMessageId":""}""", "evidenceMessageId")]
    [InlineData(""","evidenceMessageId":"\ud800"}""", "evidenceMessageId")]
    [InlineData(""","channel":"593991234287"}""", "channel")]
    [InlineData(""","textVersion":"2024-01"}""", "textVersion")]
    [InlineData(""","language":"xx"}""", "language")]
    public async Task A_wrong_field_is_named(string rest, string field)
    {
        var reading = await ReadAsync(rest);
        reading.Answer.ShouldBeNull();
        reading.Error!.Field.ShouldBe(field);
    }

    [Fact]
    public async Task The_bots_clock_may_be_five_minutes_ahead() =>
        (await ReadAsync(""","at":"2026-01-31T12:05:00Z"}""")).Answer!.At.ShouldBe(Sample.Noon.AddMinutes(5));

    private async Task<AnswerReading> ReadAsync(string rest)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(Start + rest));
        return await _reader.ReadAsync(body, TestContext.Current.CancellationToken);
    }
}
