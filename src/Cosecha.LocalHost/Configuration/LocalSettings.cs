using System.Text.Json;

namespace Cosecha.LocalHost.Configuration;

/// <summary>Reads local.settings.json as Core Tools does: section Values as settings, and the port.</summary>
internal static class LocalSettings
{
    public const string FileName = "local.settings.json";

    /// <summary>The setting under which Host.LocalHttpPort is found.</summary>
    public const string PortKey = "Host:LocalHttpPort";

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The settings of the file in <paramref name="root"/>; none if there is no file.</summary>
    public static Dictionary<string, string?> Load(string root)
    {
        var path = Path.Combine(root, FileName);
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(path))
            return settings;
        using var document = Parse(path);
        if (Find(document.RootElement, "IsEncrypted") is { ValueKind: JsonValueKind.True })
            throw new HostConfigurationException($"{path}: IsEncrypted must be false; this host does not read encrypted settings.");
        if (Find(document.RootElement, "Values") is { } values)
            AddValues(settings, values, path);
        if (Find(document.RootElement, "Host") is { } host && Find(host, "LocalHttpPort") is { } port)
            settings[PortKey] = port.ToString();
        return settings;
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
        }
        catch (JsonException problem)
        {
            throw new HostConfigurationException($"{path} is not valid JSON (line {problem.LineNumber + 1}).");
        }
    }

    private static void AddValues(Dictionary<string, string?> settings, JsonElement values, string path)
    {
        if (values.ValueKind != JsonValueKind.Object)
            throw new HostConfigurationException($"{path}: Values must be an object of names and texts.");
        foreach (var value in values.EnumerateObject())
        {
            if (value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                throw new HostConfigurationException($"{path}: Values.{value.Name} must be a text; write sections as \"Section__Key\".");
            // As environment variables are read: the host hands Values to the functions in that form.
            settings[value.Name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value.Value.ToString();
        }
    }

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
