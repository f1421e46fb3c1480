using System.Net;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>The data sets' door, seen from outside.</summary>
public sealed class ExportTests(AppFixture app)
{
    [Theory]
    [InlineData("exports/20990101T000000000Z")]
    [InlineData("exports/20990101T000000000Z/")]
    [InlineData("exports/20990101T000000000Z/train.jsonl")]
    [InlineData("exports/..%2F..%2Fsecrets/train.jsonl")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var (status, type, _) = await app.Api.SendAsync(HttpMethod.Get, path, null, TestContext.Current.CancellationToken);
        status.ShouldBe(HttpStatusCode.NotFound);
        type.ShouldBe("application/problem+json");
    }
}
