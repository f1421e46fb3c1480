using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Training;

/// <summary>Packs dictionaries into <c>catalog/names/dictionary.bin</c>, from which the name model knows rare words.</summary>
public static class DictionaryPacker
{
    private const int Shortest = 3;

    /// <summary>
    /// Packs the words of files, one a line. Left out are words with anything but letters, and names: what stands in the lists of names and not
    /// in that of names that are words too.
    /// </summary>
    /// <param name="catalogFolder">The catalog's folder; its <c>names/dictionary.bin</c> is written.</param>
    /// <param name="files">The dictionaries.</param>
    /// <returns>How many words were packed.</returns>
    public static int Pack(string catalogFolder, IEnumerable<string> files)
    {
        var names = Path.Combine(catalogFolder, "names");
        var left = Hashes(names, "given.txt").Concat(Hashes(names, "family.txt")).Concat(Hashes(names, "rare.txt")).ToHashSet();
        left.ExceptWith(Hashes(names, "ambiguous.txt").Concat(Hashes(names, "ordinary.txt")));
        var words = files
            .SelectMany(File.ReadLines)
            .Where(word => word.Length >= Shortest && word.All(char.IsLetter))
            .Select(word => Folding.Hash(word))
            .Where(word => !left.Contains(word))
            .ToHashSet();
        WordFilter.Pack(words).Save(Path.Combine(names, "dictionary.bin"));
        return words.Count;
    }

    private static IEnumerable<ulong> Hashes(string folder, string file) =>
        WordFile.Read(Path.Combine(folder, file)).Select(word => Folding.Hash(word));
}
