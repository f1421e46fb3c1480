namespace Cosecha.AcceptanceTests.Ai;

/// <summary>Settings of the labeling with which the app does not start, and says why.</summary>
public sealed class LabelingStartTests : IDisposable
{
    private readonly string _catalog = Directory.CreateTempSubdirectory("catalog-").FullName;

    public void Dispose() => Directory.Delete(_catalog, recursive: true);

    [Theory]
    [InlineData("ai")]
    [InlineData("cascade")]
    public async Task A_mode_that_asks_a_model_without_one(string mode) =>
        (await ProblemAsync(new() { ["Labeling__Mode"] = mode })).ShouldContain(
            $"Labeling__Mode is {mode}, but there is no model to ask: set Ai__Endpoint and Ai__Model."
        );

    [Fact]
    public async Task A_mode_that_there_is_not() =>
        (await ProblemAsync(new() { ["Labeling__Mode"] = "magic" })).ShouldContain("Labeling__Mode must be rules, ai or cascade.");

    [Theory]
    [InlineData(null, "the file cannot be read")]
    [InlineData("You label chat messages.", "a version such as \"version: 1\"")]
    public async Task A_prompt_that_is_missing_or_has_no_version(string? prompt, string reason)
    {
        if (prompt is not null)
        {
            Directory.CreateDirectory(Path.Combine(_catalog, "labels"));
            await File.WriteAllTextAsync(Path.Combine(_catalog, "labels", "prompt.txt"), prompt, TestContext.Current.CancellationToken);
        }

        var problem = await ProblemAsync(
            new()
            {
                ["Labeling__Mode"] = "ai",
                ["Ai__Endpoint"] = "http://127.0.0.1:9",
                ["Ai__Model"] = "m",
                ["Catalog__Path"] = _catalog,
            }
        );
        problem.ShouldContain(Path.Combine("labels", "prompt.txt"));
        problem.ShouldContain(reason);
    }

    [Fact]
    public async Task A_key_that_the_model_refuses_is_logged_at_the_start_and_told_by_the_health_while_the_app_runs()
    {
        await using var model = await ModelServer.StartAsync(_ => ModelServer.Fails(401, "invalid_api_key"));
        await using var azurite = await Azurite.StartNewAsync(TestContext.Current.CancellationToken);
        await using var app = await App.StartAsync(
            azurite.ConnectionString,
            TestContext.Current.CancellationToken,
            settings: ModelLabels.Settings(model, "cascade")
        );
        using var api = new CosechaApi(app.Url);

        await Eventually.TrueAsync(
            async () => (string?)(await api.GetAsync("health", TestContext.Current.CancellationToken))["status"] == "degraded",
            "the health tells of the key"
        );
        app.Log.ShouldContain(line => line.Contains("Ai__Key", StringComparison.Ordinal));
    }

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
