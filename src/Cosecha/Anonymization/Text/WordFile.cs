namespace Cosecha.Anonymization.Text;

/// <summary>
/// The format of the word lists: words between white space, <c>#</c> opens a comment, and <c>[section]</c> on a line of its
/// own opens a section.
/// </summary>
internal static class WordFile
{
    /// <summary>All words of a file without sections.</summary>
    public static IEnumerable<string> Read(string path) => ReadSections(path).Select(entry => entry.Word);

    /// <summary>All words of a file with the section in which each stands.</summary>
    public static IEnumerable<(string Section, string Word)> ReadSections(string path)
    {
        var section = "";
        foreach (var line in File.ReadLines(path))
        {
            var text = line.AsSpan().Trim();
            if (text.IsEmpty || text[0] == '#')
            {
                continue;
            }

            if (text[0] == '[' && text[^1] == ']')
            {
                section = text[1..^1].ToString();
                continue;
            }

            foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (section, word);
            }
        }
    }
}
