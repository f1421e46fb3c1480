using System.Text.RegularExpressions;
using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>What the language model is told about labeling: the catalog's file <c>labels/prompt.txt</c>.</summary>
/// <param name="Version">The version of its first line, which is kept with every label; whoever changes the text changes it.</param>
/// <param name="Text">The text below, with <c>{{intents}}</c>, <c>{{products}}</c>, <c>{{sizes}}</c> and <c>{{units}}</c> where the catalog's words go.</param>
public sealed partial record LabelPrompt(string Version, string Text)
{
    private static readonly string File = Path.Combine("labels", "prompt.txt");

    private static readonly Dictionary<string, Func<LabelWords, IEnumerable<string>>> Lists = new(StringComparer.Ordinal)
    {
        ["intents"] = _ => Intents.All,
        ["products"] = words => words.Products,
        ["sizes"] = words => words.Sizes,
        ["units"] = words => words.Units,
    };

    /// <summary>Reads the file.</summary>
    /// <param name="folder">The catalog's folder.</param>
    /// <exception cref="CatalogException">The file is missing, has no version or no text, or asks for words that there are not.</exception>
    public static LabelPrompt Read(string folder)
    {
        string text;
        try
        {
            text = System.IO.File.ReadAllText(Path.Combine(folder, File));
        }
        catch (IOException e)
        {
            throw new CatalogException(File, "line 1", $"the file cannot be read in {folder}: {e.Message}", e);
        }

        var head = Head().Match(text);
        if (!head.Success)
        {
            throw new CatalogException(File, "line 1", "a version such as \"version: 1\" and the text below it are expected");
        }

        var prompt = new LabelPrompt(head.Groups["version"].Value, text[head.Length..]);
        return prompt.UnknownWords() is { } unknown ? throw new CatalogException(File, unknown, "there are no such words") : prompt;
    }

    /// <summary>The text with the words of a catalog.</summary>
    public string Fill(DomainCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return Words().Replace(Text, match => string.Join(", ", Lists[match.Groups["list"].Value](new(catalog))));
    }

    private string? UnknownWords() => Words().Matches(Text).FirstOrDefault(m => !Lists.ContainsKey(m.Groups["list"].Value))?.Value;

    [GeneratedRegex(@"^version:[ \t]*(?<version>[\w.-]{1,50})[ \t]*\r?\n\s*(?=\S)")]
    private static partial Regex Head();

    [GeneratedRegex(@"\{\{(?<list>\w*)\}\}")]
    private static partial Regex Words();
}
