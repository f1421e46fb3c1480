using System.Text.RegularExpressions;

namespace Cosecha.AcceptanceTests.Flow;

/// <summary>The command line tool looks at what the app exported.</summary>
public sealed partial class DatasetToolTests(AppFixture app)
{
    private readonly string _user = $"user-{Ids.Next()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_that_export_makes_is_listed_shown_checked_and_compared()
    {
        var before = (string)(await app.Api.ExportAsync(Token))["version"]!;
        await TalkAsync();
        var after = Version().Match(await RunAsync("export")).Value;
        (await RunAsync("datasets", "list")).ShouldContain(after);
        (await RunAsync("datasets", "show", after)).ShouldStartWith($"Data set {after}: ");
        var diff = await RunAsync("datasets", "diff", before, after);
        diff.ShouldStartWith($"From {before} to {after}");
        // Other tests may export and erase meanwhile: at least this test's example and user came.
        Came().Matches(diff).Select(m => m.Value).ShouldNotContain("0 came");
        (await RunAsync("datasets", "diff", after, after)).ShouldContain("examples: 0 came, 0 went");
        // The split may have put the only user into either file.
        var lines =
            await app.Api.GetFileAsync(after, "chat/train.jsonl", Token) + await app.Api.GetFileAsync(after, "chat/valid.jsonl", Token);
        var (_, output, _) = await CosechaCommand.RunAsync(["datasets", "check", "-"], lines.TrimEnd('\n'));
        output.ShouldStartWith("Standard input: chat format, ");
    }

    private async Task TalkAsync()
    {
        await app.Api.GrantAsync(_user, Token);
        object Turn(string id, string role, string content) =>
            new
            {
                messageId = id,
                conversationId = "c-" + _user,
                userId = _user,
                role,
                content,
            };
        await app.Api.PostAsync(
            [
                Turn("m1", "user", $"precio de {Ids.Kilos()} de HLSO 16/20 con 20% glaseo para Houston"),
                Turn("m2", "assistant", "HLSO 16/20: USD 7.60/kg"),
            ],
            Token
        );
        await app.Api.DrainAsync(Token);
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var key = Environment.GetEnvironmentVariable("COSECHA_KEY") ?? "";
        var (code, output, error) = await CosechaCommand.RunAsync([.. arguments, "--url", $"{app.Url}", "--key", key]);
        error.ShouldBeEmpty();
        code.ShouldBe(0);
        return output;
    }

    [GeneratedRegex(@"\d{8}T\d{9}Z")]
    private static partial Regex Version();

    [GeneratedRegex(@"\d+ came")]
    private static partial Regex Came();
}
