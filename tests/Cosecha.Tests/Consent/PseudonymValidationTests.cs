using Cosecha.Consent;
using Cosecha.Tests.Fakes;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Cosecha.Tests.Consent;

public sealed class PseudonymValidationTests
{
    private static readonly string A = Sample.Secret(1);
    private static readonly string B = Sample.Secret(2);

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    public void The_sample_key_is_good_for_development_only(string environment, bool isValid)
    {
        var failures = Validate(environment, Sample.Key);
        failures.Count.ShouldBe(isValid ? 0 : 1);
        failures.ShouldAllBe(f => f.StartsWith("Pseudonym__Key "));
    }

    [Fact]
    public void The_sample_key_is_known_however_it_is_written() =>
        Validate("Production", Sample.Key.Insert(20, "\n")).ShouldHaveSingleItem().ShouldStartWith("Pseudonym__Key ");

    [Fact]
    public void Leaving_the_sample_key_behind_is_allowed() => Validate("Production", A, Sample.Key).ShouldBeEmpty();

    [Fact]
    public void Earlier_keys_are_secrets_too() => Validate("Production", A, B, Sample.Secret(3)).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("no base64, however long it may be, and it is long")]
    [InlineData("c2hvcnQ=")]
    public void An_earlier_key_that_is_none_is_named_and_not_told(string key)
    {
        var failure = Validate("Production", A, B, key).ShouldHaveSingleItem();
        failure.ShouldBe("Pseudonym__PreviousKeys__1 is not a base64 secret of at least 32 bytes.");
    }

    [Fact]
    public void The_same_key_twice_is_a_mistake_however_it_is_written()
    {
        Validate("Production", A, A).ShouldHaveSingleItem().ShouldStartWith("Pseudonym__PreviousKeys__0 is the same as");
        Validate("Production", A, B, $" {B}\n").ShouldHaveSingleItem().ShouldStartWith("Pseudonym__PreviousKeys__1 is the same as");
    }

    private static List<string> Validate(string environment, string key, params string[] previous)
    {
        var result = new PseudonymValidation(new Host { EnvironmentName = environment }).Validate(
            null,
            new PseudonymOptions { Key = key, PreviousKeys = previous }
        );
        return [.. result.Failures ?? []];
    }

    private sealed class Host : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
