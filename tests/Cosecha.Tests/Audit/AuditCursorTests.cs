using System.Buffers.Text;
using System.Text;
using Cosecha.Audit;

namespace Cosecha.Tests.Audit;

public sealed class AuditCursorTests
{
    [Fact]
    public void A_token_names_the_entry_to_the_tick()
    {
        var cursor = new AuditCursor(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero).AddTicks(7), "0123456789abcdef");
        AuditCursor.Parse(cursor.ToToken()).ShouldBe(cursor);
    }

    [Theory]
    [InlineData("0000000000000000000.0123456789abcdef", true)]
    [InlineData("9999999999999999999.0123456789abcdef", false)]
    [InlineData("3155378975999999999.0123456789abcdef", true)]
    [InlineData("3155378976000000000.0123456789abcdef", false)]
    [InlineData("0000000000000000000.0123456789ABCDEF", false)]
    [InlineData("0000000000000000000.' or true eq true", false)]
    [InlineData("", false)]
    public void Only_what_could_be_an_entry_is_a_token(string content, bool isToken) =>
        (AuditCursor.Parse(Base64Url.EncodeToString(Encoding.ASCII.GetBytes(content))) is not null).ShouldBe(isToken);

    [Theory]
    [InlineData("%")]
    [InlineData("a")]
    [InlineData("ñ")]
    [InlineData("MDAwMDAwMDAwMDAwMDAwMDAwMC4wMTIzNDU2Nzg5YWJjZGVmMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAw")]
    public void What_is_no_base64url_or_too_long_is_no_token(string token) => AuditCursor.Parse(token).ShouldBeNull();
}
