namespace Cosecha.AcceptanceTests.Hosting;

/// <summary>The app with wrong settings: it ends at once and tells them all.</summary>
public sealed class SettingsStartTests
{
    [Fact]
    public async Task All_wrong_settings_are_told_at_once_each_once_and_nothing_else()
    {
        var settings = App.Settings("UseDevelopmentStorage=true").ToDictionary();
        settings["Ai__TimeoutSeconds"] = "abc";
        settings["Ai__MaxOutputTokens"] = "1";
        settings["FineTune__BaseModel"] = "m";
        settings["FineTune__Epochs"] = "99";
        settings["Pseudonym__Key"] = "c2VjcmV0";
        settings["Anonymization__SecondOpinion"] = "sometimes";
        settings["LocalHost__DrainTimeout"] = "later";
        settings["Labeling__Mode"] = "magic";
        string[] arguments = ["--root", AppContext.BaseDirectory, "--port", "0"];
        await using var app = ChildProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Cosecha.LocalHost.dll"), .. arguments],
            AppContext.BaseDirectory,
            settings
        );
        await app.WaitForExitAsync(TestContext.Current.CancellationToken);
        app.ExitCode.ShouldBe(1);
        app.Lines.First().ShouldBe("Settings are not valid (docs/settings.md):");
        app.Lines.Skip(1)
            .ShouldBe(
                [
                    "  Ai__TimeoutSeconds must be a whole number from 1 to 300.",
                    "  Ai__MaxOutputTokens must be a whole number from 16 to 16384.",
                    "  FineTune__Epochs must be a whole number from 1 to 25, or empty.",
                    "  FineTune__BaseModel is set, but there is no service to train it: set Ai__Endpoint and Ai__Model.",
                    "  Pseudonym__Key is too short: it needs at least 32 bytes in base64 (openssl rand -base64 32).",
                    "  Anonymization__SecondOpinion must be true or false.",
                    "  LocalHost__DrainTimeout must be days, or days.hours:minutes:seconds, from 00:00:00 to 1.00:00:00.",
                    "  Labeling__Mode must be rules, ai or cascade.",
                ],
                ignoreOrder: true
            );
    }
}
