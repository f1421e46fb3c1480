using Cosecha.Importing;

namespace Cosecha.Tests.Importing;

public sealed class ConsentListTests
{
    private const string Names = "userId,textVersion,language,at,channel,evidenceMessageId,purposes\n";

    [Fact]
    public async Task A_user_is_found_however_the_number_is_written()
    {
        var list = await ReadAsync(Names + "593990000001,2025-01,es,2026-01-31T10:00:00-05:00,whatsapp,m1,training retrieval\n");
        var consent = list.Find("+593 99 000 0001").ShouldNotBeNull();
        consent.At.ShouldBe(new(2026, 1, 31, 15, 0, 0, TimeSpan.Zero));
        (consent.Line, consent.TextVersion, consent.Language, consent.Channel, consent.EvidenceMessageId).ShouldBe(
            (2, "2025-01", "es", "whatsapp", "m1")
        );
        consent.Purposes.ShouldBe(["training", "retrieval"]);
        list.Find("593990000002").ShouldBeNull();
    }

    [Fact]
    public async Task Spreadsheets_and_json_lines_are_read()
    {
        var sheet = await ReadAsync("\"User_Id\";text_version;language;at\r\n\"Ruiz; \"\"Ana\"\"\";2025-01;es;2026-01-31\r\n\r\n");
        sheet.Find("Ruiz; \"Ana\"").ShouldNotBeNull().Channel.ShouldBeNull();
        const string Line =
            """{"userId":"Ana","textVersion":"2025-01","language":"es","at":"2026-01-31","purposes":["training"],"channel":null}""";
        (await ReadAsync($"\n{Line}", isJson: true)).Find("Ana").ShouldNotBeNull().Purposes.ShouldBe(["training"]);
    }

    [Theory]
    [InlineData("", "The consent list is empty.")]
    [InlineData("userId,textVersion,language,at\nana,2025-01,es,", "Line 2 of the consent list: at is missing.")]
    [InlineData(
        "userId,textVersion,language,at\nana,2025-01,es,yes",
        "Line 2 of the consent list: at must be an ISO 8601 time such as 2026-01-31T17:05:00Z."
    )]
    [InlineData("userId,textVersion,at\nana,2025-01,2026-01-31", "Line 2 of the consent list: language is missing.")]
    [InlineData(
        "userId,textVersion,language,at\nana,2025-01,es,2026-01-31,no",
        "Line 2 of the consent list: has 5 fields, but line 1 names 4."
    )]
    [InlineData(
        "userId,granted,textVersion,language,at\nana,no,2025-01,es,2026-01-31",
        "Line 2 of the consent list: has a field that is none of userId, textVersion, language, at, channel, evidenceMessageId, purposes."
    )]
    [InlineData(
        "userId,textVersion,language,at\n+593 990000001,2025-01,es,2026-01-31\n593990000001,2025-01,es,2026-02-01",
        "Line 3 of the consent list: this user has a line already."
    )]
    public async Task A_list_with_a_wrong_line_is_refused_as_a_whole(string text, string problem) =>
        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(text))).Message.ShouldBe(problem);

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"userId":"ana","textVersion":"2025-01","language":"es","at":"2026-01-31","purposes":[]}""")]
    [InlineData("""{"userId":"ana","textVersion":"2025-01","language":"es","at":1769850000}""")]
    [InlineData("""{"userId":"ana","textVersion":"2025-01","language":"es","at":"2026-01-31","granted":false}""")]
    public async Task A_json_line_that_is_not_plainly_a_yes_is_refused(string line) =>
        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(line, isJson: true))).Message.ShouldStartWith(
            "Line 1 of the consent list: "
        );

    private static Task<ConsentList> ReadAsync(string text, bool isJson = false) =>
        ConsentList.ReadAsync(new StringReader(text), isJson, TestContext.Current.CancellationToken);
}
