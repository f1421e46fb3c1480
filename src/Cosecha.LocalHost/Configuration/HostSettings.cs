using System.Globalization;
using Cosecha.Settings;

namespace Cosecha.LocalHost.Configuration;

/// <summary>The settings that functions and services see: local.settings.json, then the environment, then the command line.</summary>
internal static class HostSettings
{
    private const string PortKey = "port";

    /// <summary>Adds the sources, later ones winning, and says in which directory host.json and local.settings.json are.</summary>
    public static string AddTo(WebApplicationBuilder builder, string[] args)
    {
        var root = Path.GetFullPath(new ConfigurationBuilder().AddCommandLine(args).Build()["root"] ?? AppContext.BaseDirectory);
        if (!Directory.Exists(root))
            throw new HostConfigurationException($"The directory {root}, which --root names, does not exist.");
        builder.Configuration.AddInMemoryCollection(ReadFile(root));
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddCommandLine(args);
        return root;
    }

    /// <summary>Where to listen: <c>--urls</c>, else <c>--port</c> or the port of local.settings.json or 7071, on loopback only.</summary>
    public static string Urls(ConfigurationManager settings)
    {
        if (settings["urls"] is { Length: > 0 } urls)
            return urls;
        var text = settings[PortKey] ?? settings[SettingsFile.PortKey] ?? "7071";
        if (!ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            throw new HostConfigurationException(
                $"\"{text}\" is not a port: --port, or Host.LocalHttpPort of {SettingsFile.Name}, is a number up to 65535."
            );
        // A free port cannot be had for "localhost", which means two addresses.
        return port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}";
    }

    private static IReadOnlyDictionary<string, string?> ReadFile(string root)
    {
        try
        {
            return SettingsFile.Read(Path.Combine(root, SettingsFile.Name));
        }
        catch (InvalidDataException problem)
        {
            throw new HostConfigurationException(problem.Message);
        }
    }
}
