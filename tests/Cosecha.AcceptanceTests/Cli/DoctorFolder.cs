using System.Text.Json;
using Cosecha.Consent;

namespace Cosecha.AcceptanceTests.Cli;

/// <summary>A folder with the settings of a local app, and <c>cosecha doctor</c> on it.</summary>
internal sealed class DoctorFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doctor-");

    public DoctorFolder(string storage)
    {
        Settings["AzureWebJobsStorage"] = storage;
        File.Copy(Path.Combine(Repository.Root, "host.json"), this["host.json"]);
    }

    /// <summary>The settings; good but for what a test changes.</summary>
    public Dictionary<string, string?> Settings { get; } =
        new() { ["Pseudonym__Key"] = PseudonymOptions.DevelopmentKey, ["Export__Schedule"] = "0 0 7 * * *" };

    /// <summary>Environment variables of the doctor.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Runs the doctor; its exit code and what it printed.</summary>
    public async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await File.WriteAllTextAsync(this["local.settings.json"], JsonSerializer.Serialize(new { IsEncrypted = false, Values = Settings }));
        return await LookAtAsync("local.settings.json", arguments);
    }

    /// <summary>The same on the settings as <c>az functionapp config appsettings list</c> prints them.</summary>
    public async Task<(int Code, string Output)> RunOfAzureAsync()
    {
        var list = Settings.Select(setting => new { name = setting.Key, value = setting.Value });
        await File.WriteAllTextAsync(this["app.json"], JsonSerializer.Serialize(list));
        return await LookAtAsync("app.json");
    }

    private async Task<(int Code, string Output)> LookAtAsync(string file, params string[] arguments)
    {
        var (code, output, error) = await CosechaCommand.RunAsync(
            ["doctor", "--settings", this[file], .. arguments],
            settings: Environment
        );
        error.ShouldBeEmpty();
        return (code, output);
    }
}
