using Cosecha.Consent;

namespace Cosecha.AcceptanceTests.Hosting;

/// <summary>Pseudonym keys with which the app does not start, and says why.</summary>
public sealed class PseudonymStartTests
{
    private const string Named = "AZURE_FUNCTIONS_ENVIRONMENT";

    [Fact]
    public async Task The_public_key_of_the_sample_in_production() =>
        (await ProblemAsync(new() { [Named] = "Production" })).ShouldContain("Pseudonym__Key is the public one of the sample");

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task No_key(string environment) =>
        (await ProblemAsync(new() { [Named] = environment, ["Pseudonym__Key"] = "" })).ShouldContain("Pseudonym__Key is not set");

    [Fact]
    public async Task The_same_key_as_before() =>
        (await ProblemAsync(new() { ["Pseudonym__PreviousKeys__0"] = PseudonymOptions.DevelopmentKey })).ShouldContain(
            "Pseudonym__PreviousKeys__0 is the same as"
        );

    private static async Task<string> ProblemAsync(Dictionary<string, string?> settings)
    {
        // Nothing is called there: the settings are checked first.
        var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
            App.StartAsync("UseDevelopmentStorage=true", TestContext.Current.CancellationToken, settings: settings)
        );
        failure.Message.ShouldContain("ended with 1");
        failure.Message.ShouldNotContain("   at ");
        return failure.Message;
    }
}
