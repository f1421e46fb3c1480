using System.Text.RegularExpressions;
using Cosecha.Consent;

namespace Cosecha.InfraTests;

/// <summary>The names of all settings that the options classes have, and of those that the README tells.</summary>
internal static partial class OptionNames
{
    /// <summary>One name for each property that can be set, of each class of the core that names its section.</summary>
    public static IEnumerable<string> InTheCode() =>
        from type in typeof(PseudonymOptions).Assembly.GetExportedTypes()
        let section = type.GetField("Section")?.GetRawConstantValue() as string
        where section is not null
        from property in type.GetProperties()
        where property.CanWrite
        select $"{section}__{property.Name}";

    /// <summary>
    /// The names in the first column of the README's table of settings. A name that starts with <c>__</c> has the section of the one before it; what comes
    /// after two parts is a place in a list or a key.
    /// </summary>
    public static IEnumerable<string> InTheReadme()
    {
        var section = "";
        foreach (Match name in Row().Matches(Repository.Read("README.md")).SelectMany(row => Name().Matches(row.Value)))
        {
            section = name.Groups["section"].Length > 0 ? name.Groups["section"].Value : section;
            yield return $"{section}__{name.Groups["rest"].Value}";
        }
    }

    [GeneratedRegex(@"^\| `\w+__[^|]*", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<section>[A-Za-z]*)__(?<rest>[A-Za-z]+)")]
    private static partial Regex Name();
}
