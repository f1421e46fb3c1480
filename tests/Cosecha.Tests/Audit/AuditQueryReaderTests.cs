using Cosecha.Audit;

namespace Cosecha.Tests.Audit;

public sealed class AuditQueryReaderTests
{
    [Fact]
    public void No_parameter_asks_for_everything() => AuditQueryReader.Read(_ => null).Query.ShouldBe(new AuditQuery());

    [Fact]
    public void Days_and_action_are_read()
    {
        var (query, error) = Read(("from", "2026-01-01"), ("to", "2026-01-31"), ("action", "user_data_read"));
        error.ShouldBeNull();
        query.ShouldBe(new AuditQuery(new(2026, 1, 1), new(2026, 1, 31), AuditAction.UserDataRead));
    }

    [Theory]
    [InlineData("from", "31.01.2026")]
    [InlineData("from", "2026-02-30")]
    [InlineData("to", "2026-1-1")]
    [InlineData("to", "' or true")]
    [InlineData("action", "UserDataRead")]
    [InlineData("action", "5")]
    [InlineData("page", "2")]
    public void What_is_wrong_is_named(string field, string value)
    {
        var (query, error) = Read((field, value));
        query.ShouldBeNull();
        error!.Field.ShouldBe(field);
        error.Reason.ShouldNotContain(value);
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_is_refused() =>
        Read(("from", "2026-01-02"), ("to", "2026-01-01")).Error!.Field.ShouldBe("to");

    private static (AuditQuery? Query, Requests.FieldError? Error) Read(params (string Name, string Value)[] parameters) =>
        AuditQueryReader.Read(name => Array.Find(parameters, p => p.Name == name).Value);
}
