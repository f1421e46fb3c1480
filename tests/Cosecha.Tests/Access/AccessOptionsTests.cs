using Cosecha.Access;
using Cosecha.Settings;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Tests.Access;

public sealed class AccessOptionsTests
{
    private const string Long = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", "", null)]
    [InlineData(Long, null, null)]
    [InlineData(Long, "another-" + Long, null)]
    [InlineData("Tr0ub4dor", null, "Access__OperatorKey is too short")]
    [InlineData(null, "0123456789abcdef0123456789abcde", "Access__ReviewerKey is too short")]
    [InlineData(Long, Long, "are the same")]
    public void A_key_is_long_and_no_two_are_the_same(string? operatorKey, string? reviewerKey, string? problem)
    {
        var options = new AccessOptions { OperatorKey = operatorKey, ReviewerKey = reviewerKey };
        var result = new SettingsValidation<AccessOptions>(AccessOptions.Section, new ConfigurationBuilder().Build()).Validate(
            null,
            options
        );
        result.Succeeded.ShouldBe(problem is null);
        (result.FailureMessage ?? "").ShouldContain(problem ?? "");
        (result.FailureMessage ?? "").ShouldNotContain(operatorKey is { Length: > 0 } ? operatorKey : "none");
    }
}
