using Cosecha.Datasets.Cleaning;
using Microsoft.Extensions.Configuration;

namespace Cosecha.Settings;

/// <summary>Finds settings that nobody reads: slips of the fingers, which would otherwise go unnoticed and leave a default in force.</summary>
/// <param name="sections">The sections that there are.</param>
/// <param name="others">Full names (<c>A__B</c>) of settings that are read elsewhere.</param>
public sealed class UnknownSettings(IEnumerable<SettingsSection> sections, IEnumerable<string> others)
{
    /// <summary>Slips up to which a name outside all sections is taken for a setting; beyond, it is somebody else's variable.</summary>
    private const int Slips = 2;

    private readonly HashSet<string> _sections = new(sections.Select(s => s.Name), StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<string> _known =
    [
        .. sections.SelectMany(s => s.Options.GetProperties().Where(p => p.CanWrite).Select(p => $"{s.Name}__{p.Name}")),
        .. others,
    ];

    /// <summary>Every name in a known section that is no setting, and every other that is nearly one; each with the nearest that there is.</summary>
    public IEnumerable<(string Name, string Nearest)> Find(IConfiguration configuration) =>
        from setting in configuration.AsEnumerable()
        where setting.Value is not null
        let name = setting.Key.Replace(ConfigurationPath.KeyDelimiter, "__", StringComparison.Ordinal)
        where !_known.Any(known => IsOf(name, known))
        let nearest = _known.MinBy(known => Distance(name, known))!
        where _sections.Contains(name.Split("__")[0]) || Distance(name, nearest) <= Slips
        orderby name
        select (name, nearest);

    /// <summary>Whether a name is a setting's own or that of an entry of it.</summary>
    private static bool IsOf(string name, string known) =>
        name.Equals(known, StringComparison.OrdinalIgnoreCase) || name.StartsWith(known + "__", StringComparison.OrdinalIgnoreCase);

    private static int Distance(string name, string known)
    {
        // A name that was not finished is nearer than one with other letters.
        var isStart = name.Contains("__", StringComparison.Ordinal) && known.StartsWith(name, StringComparison.OrdinalIgnoreCase);
        return isStart ? 1 : EditDistance.Of(name.ToUpperInvariant(), known.ToUpperInvariant(), int.MaxValue - 1);
    }
}
