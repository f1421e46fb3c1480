using System.Text.Json;

namespace Cosecha.Cli.Datasets;

/// <summary>All numbers of a manifest by their path, as <c>excluded.user_review</c>: also those that a later version of Cosecha adds.</summary>
internal static class ManifestFigures
{
    public static IReadOnlyDictionary<string, double> Of(JsonElement manifest)
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        Collect(manifest, "", figures);
        return figures;
    }

    private static void Collect(JsonElement element, string path, SortedDictionary<string, double> figures)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            figures[path] = element.GetDouble();
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Collect(property.Value, Join(path, property.Name), figures);
            }
        }

        // Of a list only those have a path that stays theirs: what has a name and more to say than is shown elsewhere.
        foreach (var item in element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default)
        {
            if (
                item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("name", out var name)
                && item.TryGetProperty("check", out var check)
            )
            {
                Collect(check, Join(path, $"{name}"), figures);
            }
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
