using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Settings;

/// <summary>
/// Reads <c>local.settings.json</c> as Core Tools does: section Values as settings, and the port. What <c>az functionapp config appsettings list</c>
/// prints, a list of names and values, is read too.
/// </summary>
public static class SettingsFile
{
    /// <summary>The file's usual name.</summary>
    public const string Name = "local.settings.json";

    /// <summary>The setting under which Host.LocalHttpPort is found.</summary>
    public const string PortKey = "Host:LocalHttpPort";

    private static readonly JsonDocumentOptions s_lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The settings by key (<c>A:B</c>); none if there is no file.</summary>
    /// <exception cref="InvalidDataException">The file cannot be used; the message says why, without a value.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string path)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(path))
        {
            return settings;
        }

        using var document = Parse(path);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
        {
            AddList(settings, root);
        }
        else
        {
            AddFile(settings, root, path);
        }

        return settings;
    }

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path), s_lenient);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is not valid JSON (line {problem.LineNumber + 1}).");
        }
    }

    private static void AddFile(Dictionary<string, string?> settings, JsonElement root, string path)
    {
        if (Find(root, "IsEncrypted") is { ValueKind: JsonValueKind.True })
        {
            throw new InvalidDataException($"{path}: IsEncrypted must be false; encrypted settings are not read here.");
        }

        if (Find(root, "Values") is { } values)
        {
            AddValues(settings, values, path);
        }

        if (Find(root, "Host") is { } host && Find(host, "LocalHttpPort") is { } port)
        {
            settings[PortKey] = port.ToString();
        }
    }

    private static void AddValues(Dictionary<string, string?> settings, JsonElement values, string path)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidDataException($"{path}: Values must be an object of names and texts.");
        }

        foreach (var value in values.EnumerateObject())
        {
            if (value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                throw new InvalidDataException($"{path}: Values.{value.Name} must be a text; write sections as \"Section__Key\".");
            }

            settings[KeyOf(value.Name)] = value.Value.ToString();
        }
    }

    private static void AddList(Dictionary<string, string?> settings, JsonElement list)
    {
        foreach (var entry in list.EnumerateArray())
        {
            if (Find(entry, "name")?.GetString() is { } name)
            {
                settings[KeyOf(name)] = Find(entry, "value")?.ToString();
            }
        }
    }

    // As environment variables are read: the host hands Values to the functions in that form.
    private static string KeyOf(string name) => name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
