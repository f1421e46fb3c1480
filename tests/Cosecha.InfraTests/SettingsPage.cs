using System.Text.RegularExpressions;

namespace Cosecha.InfraTests;

/// <summary>A row of docs/settings.md.</summary>
internal sealed record SettingsRow(string Name, string Meaning, string Default, string Range, string ReadBy)
{
    /// <summary>The classes that read the setting; none where only hosts and libraries do.</summary>
    public IEnumerable<string> Readers => ReadBy.Split(", ").Where(r => r.StartsWith('`')).Select(r => r.Trim('`'));
}

/// <summary>The tables of docs/settings.md.</summary>
internal static partial class SettingsPage
{
    /// <summary>All rows, in order.</summary>
    public static IReadOnlyList<SettingsRow> Rows { get; } = [.. Read()];

    private static IEnumerable<SettingsRow> Read() =>
        from line in Repository.Read("docs", "settings.md").Split('\n')
        where line.StartsWith("| `", StringComparison.Ordinal)
        let cells = line.Trim('|', ' ').Split(" | ")
        select new SettingsRow(Entry().Replace(cells[0].Trim('`'), ""), cells[1], cells[2], cells[3], cells[4]);

    /// <summary>The place in a list, or what stands for a key: <c>__0</c>, <c>__TYPE</c>, <c>__…</c>.</summary>
    [GeneratedRegex("(?<=.__.+)__([0-9]+|TYPE)$|__…$")]
    private static partial Regex Entry();
}
