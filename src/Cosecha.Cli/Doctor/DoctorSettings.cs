using Cosecha.Azure;
using Cosecha.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Cosecha.Cli.Doctor;

/// <summary>
/// The settings that are looked at, from where the app takes them: the file, and the environment over it. An app in Azure knows nothing of this
/// machine's environment.
/// </summary>
internal sealed class DoctorSettings
{
    /// <summary>How App Service marks a setting whose value is a secret of a key vault.</summary>
    private const string VaultReference = "@Microsoft.KeyVault(";

    private DoctorSettings(string path, IReadOnlyDictionary<string, string?> values)
    {
        Path = path;
        IsOfAzure = File.Exists(path) && File.ReadAllText(path).TrimStart().StartsWith('[');
        InVault = [.. values.Where(v => v.Value?.StartsWith(VaultReference, StringComparison.Ordinal) == true).Select(v => v.Key)];
        var builder = new ConfigurationBuilder().AddInMemoryCollection(values.Where(v => !InVault.Contains(v.Key)));
        Configuration = (IsOfAzure ? builder : builder.AddEnvironmentVariables()).Build();
        EnvironmentName = DevelopmentMachine.NameOf(Configuration) ?? (IsEmulator ? Environments.Development : Environments.Production);
    }

    /// <summary>The file; it need not be there.</summary>
    public string Path { get; }

    /// <summary>The file's name.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The folder of <c>host.json</c> and the sources: that of the file; for an app in Azure the current one, from which it is deployed.</summary>
    public string Folder => IsOfAzure ? Directory.GetCurrentDirectory() : System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Whether the file is of an app in Azure, as <c>az functionapp config appsettings list</c> prints it.</summary>
    public bool IsOfAzure { get; }

    /// <summary>All settings.</summary>
    public IConfiguration Configuration { get; }

    /// <summary>Keys (<c>A:B</c>) of settings whose values are in a key vault, where only the app can read them.</summary>
    public IReadOnlyList<string> InVault { get; }

    /// <summary>The environment's name, as the app takes it.</summary>
    public string EnvironmentName { get; }

    /// <summary>Whether the storage is the emulator of this machine.</summary>
    public bool IsEmulator => DevelopmentMachine.IsEmulator(Configuration[StorageAccount.Setting]);

    /// <summary>Whether the storage account is asked as an identity; only the app is the app's, whoever runs the doctor is somebody else.</summary>
    public bool IsIdentity => string.IsNullOrEmpty(Configuration[StorageAccount.Setting]);

    /// <summary>Reads the settings.</summary>
    /// <param name="file">The file; null for <c>local.settings.json</c> of the current directory, which need not be there.</param>
    /// <exception cref="InvalidDataException">The file cannot be used.</exception>
    public static DoctorSettings Read(string? file)
    {
        var path = System.IO.Path.GetFullPath(file ?? SettingsFile.Name);
        return file is not null && !File.Exists(path)
            ? throw new InvalidDataException($"There is no file {file}.")
            : new(path, SettingsFile.Read(path));
    }

    /// <summary>How a setting is made where these come from.</summary>
    /// <param name="setting">Its name, <c>A__B</c>.</param>
    /// <param name="value">What it should be.</param>
    public string HowToSet(string setting, string value) =>
        IsOfAzure
            ? $"az functionapp config appsettings set --name APP --resource-group GROUP --settings \"{setting}={value}\"; "
                + "the next azd provision keeps it if COSECHA_SETTINGS has it too (docs/deploy.md)"
            : $"\"{setting}\": \"{value}\" in {Name}";

    /// <summary>Whether a sentence about a setting (<c>A__B</c>) is about one in the key vault, which only the app can judge.</summary>
    public bool IsOfVault(string sentence) => InVault.Any(key => sentence.Contains(NameOf(key), StringComparison.OrdinalIgnoreCase));

    /// <summary>The name (<c>A__B</c>) of a key (<c>A:B</c>).</summary>
    public static string NameOf(string key) => key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal);

    /// <summary>The app's options with their rules, as at its start.</summary>
    public ServiceProvider Options() =>
        new ServiceCollection()
            .AddSingleton(Configuration)
            .AddSingleton<IHostEnvironment>(new Named(EnvironmentName))
            .AddAppSettings()
            .BuildServiceProvider();

    private sealed class Named(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
