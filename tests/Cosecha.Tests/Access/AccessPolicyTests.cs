using System.Text;
using Cosecha.Access;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace Cosecha.Tests.Access;

public sealed class AccessPolicyTests
{
    private const string OperatorKey = "operator-0123456789abcdef0123456789";
    private const string ReviewerKey = "reviewer-0123456789abcdef0123456789";

    private static readonly string s_principal = Convert.ToBase64String(
        Encoding.UTF8.GetBytes("""{"name_typ":"name","claims":[{"typ":"name","val":"ana@example.com"},{"typ":"roles","val":"reviewer"}]}""")
    );

    [Theory]
    [InlineData(OperatorKey, AccessRole.Operator, "operator-key", null)]
    [InlineData(OperatorKey, AccessRole.Reviewer, "operator-key", null)]
    [InlineData(ReviewerKey, AccessRole.Reviewer, "reviewer-key", null)]
    [InlineData(ReviewerKey, AccessRole.Operator, "reviewer-key", AccessRefusal.Forbidden)]
    [InlineData("operator-0123456789abcdef012345678", AccessRole.Reviewer, "unknown", AccessRefusal.Unauthenticated)]
    [InlineData("", AccessRole.Reviewer, "unknown", AccessRefusal.Unauthenticated)]
    [InlineData(null, AccessRole.Reviewer, "unknown", AccessRefusal.Unauthenticated)]
    public void A_key_gives_its_role_and_all_that_a_lesser_one_may(string? key, AccessRole needed, string actor, AccessRefusal? refusal) =>
        Policy(Keys()).Decide(Request(key: key), needed).ShouldBe(new(actor, refusal));

    [Fact]
    public void An_operator_key_alone_makes_no_reviewer_of_an_empty_key()
    {
        var policy = Policy(new() { OperatorKey = OperatorKey, ReviewerKey = "" });
        policy.Decide(Request(key: ""), AccessRole.Reviewer).Refusal.ShouldBe(AccessRefusal.Unauthenticated);
        policy.Means.ShouldBe(["Access__OperatorKey"]);
    }

    [Theory]
    [InlineData(true, "ana@example.com", null)]
    [InlineData(false, "unknown", AccessRefusal.Unauthenticated)]
    public void A_principal_is_believed_only_where_the_platform_is_in_front(bool platform, string actor, AccessRefusal? refusal)
    {
        var options = Keys();
        options.PlatformAuthentication = platform;
        Policy(options).Decide(Request(s_principal), AccessRole.Reviewer).ShouldBe(new(actor, refusal));
    }

    [Fact]
    public void Behind_the_platform_a_key_serves_whoever_has_no_principal()
    {
        var options = Keys();
        options.PlatformAuthentication = true;
        Policy(options).Decide(Request(key: OperatorKey), AccessRole.Operator).Actor.ShouldBe("operator-key");
    }

    [Fact]
    public void A_principal_without_the_role_is_known_and_forbidden() =>
        Policy(new() { PlatformAuthentication = true })
            .Decide(Request(s_principal), AccessRole.Operator)
            .ShouldBe(new("ana@example.com", AccessRefusal.Forbidden));

    [Theory]
    [InlineData("Development", true, AccessMode.Open, null)]
    [InlineData("Development", false, AccessMode.Open, AccessRefusal.Unauthenticated)]
    [InlineData("Production", true, AccessMode.Closed, AccessRefusal.Unauthenticated)]
    [InlineData("Staging", true, AccessMode.Closed, AccessRefusal.Unauthenticated)]
    public void Without_settings_only_a_caller_on_a_development_machine_itself_may(
        string environment,
        bool local,
        AccessMode mode,
        AccessRefusal? refusal
    )
    {
        var policy = Policy(new(), environment);
        policy.Mode.ShouldBe(mode);
        var decision = policy.Decide(new(s_principal, "ana", OperatorKey, local), AccessRole.Operator);
        decision.ShouldBe(new(refusal is null ? "local" : "unknown", refusal));
    }

    [Fact]
    public void A_setting_guards_a_development_machine_too()
    {
        var policy = Policy(Keys(), "Development");
        policy.Mode.ShouldBe(AccessMode.Guarded);
        policy.Decide(Request(), AccessRole.Reviewer).Refusal.ShouldBe(AccessRefusal.Unauthenticated);
    }

    private static AccessOptions Keys() => new() { OperatorKey = OperatorKey, ReviewerKey = ReviewerKey };

    private static AccessRequest Request(string? principal = null, string? key = null) => new(principal, null, key, IsLocal: true);

    private static AccessPolicy Policy(AccessOptions options, string environment = "Production") =>
        new(Options.Create(options), new NamedEnvironment(environment));
}
