using System.Text;
using Cosecha.Access;

namespace Cosecha.Tests.Access;

public sealed class ClientPrincipalTests
{
    private const string RoleUri = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role";
    private const string MailUri = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";

    [Theory]
    [InlineData("roles", "operator", AccessRole.Operator)]
    [InlineData("roles", "reviewer", AccessRole.Reviewer)]
    [InlineData(RoleUri, "operator", AccessRole.Operator)]
    [InlineData("groups", "operator", null)]
    [InlineData("name", "operator", null)]
    [InlineData("roles", "Operator", null)]
    [InlineData("roles", "operator,reviewer", null)]
    public void A_role_counts_under_its_claim_and_its_exact_name_only(string type, string value, AccessRole? role) =>
        Read(Principal((MailUri, "ana@example.com"), (type, value))).ShouldBe(new("ana@example.com", role));

    [Fact]
    public void Of_several_roles_the_highest_counts_and_of_several_names_the_first() =>
        Read(Principal((MailUri, "ana"), (MailUri, "eva"), ("roles", "other"), ("roles", "operator"), ("roles", "reviewer")))
            .ShouldBe(new("ana", AccessRole.Operator));

    [Fact]
    public void Without_a_name_claim_the_name_header_serves() =>
        Read(Principal(("roles", "reviewer")), "ana@example.com").ShouldBe(new("ana@example.com", AccessRole.Reviewer));

    [Fact]
    public void A_principal_without_any_name_is_nobody() => Read(Principal(("roles", "operator")), " \u200b").ShouldBeNull();

    [Theory]
    [InlineData("ana\r\nX: 1", "anaX: 1")]
    [InlineData("\u202eana\u0000", "ana")]
    [InlineData("timer", "person:timer")]
    [InlineData("Operator-Key", "person:Operator-Key")]
    [InlineData("José Ñandú", "José Ñandú")]
    public void A_name_holds_nothing_that_cannot_be_seen_and_is_never_that_of_a_machine(string given, string name) =>
        Read(Principal((MailUri, given))).ShouldBe(new(name, null));

    [Fact]
    public void A_long_name_is_cut_off_at_a_whole_character() =>
        Read(Principal((MailUri, new string('a', 127) + "😀")))!.Name.ShouldBe(new string('a', 127));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"claims":null}""")]
    [InlineData("""{"claims":{"typ":"roles","val":"operator"}}""")]
    [InlineData("""{"name_typ":"n","claims":["operator"]}""")]
    [InlineData("""{"name_typ":"n","claims":[{"typ":"n"},{"typ":"roles","val":"operator"}]}""")]
    [InlineData("""{"name_typ":"n","claims":[{"typ":"n","val":7}]}""")]
    [InlineData("""{"name_typ":"n","claims":[{"typ":"n","val":"\ud800"}]}""")]
    [InlineData("""{"name_typ":"n","claims":[],"claims":[{"typ":"n","val":"ana"},{"typ":"roles","val":"operator"}]}""")]
    [InlineData("""{"name_typ":"n","claims":[{"typ":"x","typ":"roles","val":"operator"},{"typ":"n","val":"ana"}]}""")]
    [InlineData("""{"name_typ":"n","claims":[{"typ":"n","val":"ana"}]} tail""")]
    [InlineData("""{"name_typ":"n","claims":[{"typ":"n","val":"ana","more":[[[]]]}]}""")]
    public void What_is_no_principal_is_nobody(string json) => Read(json).ShouldBeNull();

    [Fact]
    public void Deep_json_is_nobody() => Read(new string('[', 10_000)).ShouldBeNull();

    [Fact]
    public void Bytes_that_are_no_text_are_nobody() =>
        ClientPrincipal.Read(Convert.ToBase64String([0xff, 0xfe, 0x00]), "ana").ShouldBeNull();

    [Theory]
    [InlineData("%%%")]
    [InlineData("eyJ")]
    [InlineData("ñ")]
    public void What_is_no_base64_is_nobody(string header) => ClientPrincipal.Read(header, "ana").ShouldBeNull();

    [Fact]
    public void A_huge_header_is_nobody()
    {
        var claims = string.Join(',', Enumerable.Repeat("""{"typ":"roles","val":"operator"}""", 1_000));
        Read($$"""{"claims":[{{claims}}]}""", "ana").ShouldBeNull();
        Read($$"""{"claims":[{{claims[..claims.IndexOf(",{", StringComparison.Ordinal)]}}]}""", "ana").ShouldNotBeNull();
    }

    private static string Principal(params (string Type, string Value)[] claims)
    {
        var list = claims.Select(c => $$"""{"typ":{{Json(c.Type)}},"val":{{Json(c.Value)}}}""");
        return $$"""{"auth_typ":"aad","claims":[{{string.Join(',', list)}}],"name_typ":"{{MailUri}}","role_typ":"{{RoleUri}}"}""";
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static Caller? Read(string json, string? otherName = null) =>
        ClientPrincipal.Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(json)), otherName);
}
