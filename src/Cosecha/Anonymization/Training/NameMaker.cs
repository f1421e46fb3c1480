using Cosecha.Anonymization.Text;

namespace Cosecha.Anonymization.Training;

/// <summary>Makes names of persons and companies, also such as stand in no list.</summary>
internal sealed class NameMaker
{
    private readonly Random _random;
    private readonly string[] _given;
    private readonly string[] _family;
    private readonly string[] _rare;
    private readonly string[] _ambiguousGiven;
    private readonly string[] _ambiguousFamily;
    private readonly string[] _dictionary;
    private readonly string[] _places;
    private readonly string[] _placeGiven;
    private readonly string[] _placeFamily;
    private readonly string[] _spanish;
    private readonly string[] _english;
    private readonly IReadOnlyDictionary<string, string[]> _words;

    /// <summary>Reads the lists.</summary>
    /// <param name="catalogFolder">The catalog's folder.</param>
    /// <param name="words">The sections of <c>slots.txt</c>.</param>
    /// <param name="spanish">Frequent Spanish words.</param>
    /// <param name="english">Frequent English words.</param>
    /// <param name="random">The training's.</param>
    public NameMaker(string catalogFolder, IReadOnlyDictionary<string, string[]> words, string[] spanish, string[] english, Random random)
    {
        (_spanish, _english) = (spanish, english);
        var folder = Path.Combine(catalogFolder, "names");
        (_random, _words) = (random, words);
        _given = [.. WordFile.Read(Path.Combine(folder, "given.txt"))];
        _family = [.. WordFile.Read(Path.Combine(folder, "family.txt"))];
        _rare = [.. WordFile.Read(Path.Combine(folder, "rare.txt"))];
        var ambiguous = WordFile
            .Read(Path.Combine(folder, "ambiguous.txt"))
            .Where(word => word.Length > 2)
            .ToHashSet(StringComparer.Ordinal);
        _ambiguousGiven = [.. _given.Where(ambiguous.Contains)];
        _ambiguousFamily = [.. _family.Where(ambiguous.Contains)];
        var dictionary = WordFilter.Load(Path.Combine(folder, "dictionary.bin"));
        _dictionary = [.. _given.Concat(_family).Where(name => dictionary.Contains(Folding.Hash(name)))];
        var places = WordFile.Read(Path.Combine(folder, "places.txt")).ToHashSet(StringComparer.Ordinal);
        _places = [.. places.Where(place => !place.Contains('_', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        _placeGiven = [.. _given.Where(places.Contains)];
        _placeFamily = [.. _family.Where(places.Contains)];
    }

    /// <summary>A given name or a nickname.</summary>
    public string Given() =>
        _random.Next(100) switch
        {
            < 12 => Pick(_words["nickname"]),
            < 26 => Title(Pick(_ambiguousGiven)),
            < 34 => Title(Blend(_given)),
            < 38 => Title(Pick(_rare)),
            < 43 => Title(Pick(_placeGiven)),
            _ => Title(Pick(_given)),
        };

    /// <summary>An ordinary word that is a name too.</summary>
    public string Ambiguous() =>
        _random.Next(4) switch
        {
            0 => Pick(_ambiguousGiven),
            1 => Pick(_ambiguousFamily),
            _ => Pick(_dictionary),
        };

    /// <summary>A family name.</summary>
    public string Family() =>
        _random.Next(100) switch
        {
            < 16 => Title(Pick(_ambiguousFamily)),
            < 26 => Title(Blend(_family)),
            < 30 => Title(Pick(_rare)),
            < 34 => Pick(["de la ", "Del ", "de ", "De La ", "da ", "van ", "El ", "Ben ", "Mc"]) + Title(Pick(_family)),
            < 36 => $"{Title(Pick(_family))}-{Title(Pick(_family))}",
            < 41 => Title(Pick(_placeFamily)),
            < 42 => "O'" + Title(Pick(_family)),
            _ => Title(Pick(_family)),
        };

    /// <summary>A full name of two to four parts.</summary>
    public string Full()
    {
        if (_random.Next(100) < 6)
        {
            var (family, given) = (Pick(_words["chinese-family"]), Pick(_words["chinese-given"]));
            return _random.Next(3) == 0 ? $"{given} {family}" : $"{family} {given}";
        }

        var shape = _random.Next(100);
        var first = shape < 25 ? $"{Given()} {Given()}" : Given();
        var middle = shape is >= 25 and < 37 ? $" {(char)('A' + _random.Next(26))}{Pick([".", ""])}" : "";
        var last = shape is < 12 or >= 37 and < 68 ? $"{Family()} {LastFamily()}" : LastFamily();
        return _random.Next(100) < 4 ? $"{Family()} {Given()}" : $"{first}{middle} {last}";
    }

    /// <summary>A company's name.</summary>
    public string Org()
    {
        var stem = _random.Next(100) switch
        {
            < 40 => Pick(_words["orgstem"]),
            < 52 => Title(Blend(_family)),
            < 60 => Title(Pick(_family)),
            < 65 => $"{Title(Pick(_places))} {Pick(_words["orgword"])}",
            < 68 => $"{Pick(["Captain ", "Chef ", "Big ", "Don ", "Mama ", ""])}{Title(Pick(_given))}'s {Pick(_words["orgword"])}",
            < 74 => $"{Title(Pick(_family))} {Pick(["y", "&", "e"])} {Pick(["Hijos", "Sons", "Hermanos", "Asociados"])}",
            < 86 => $"{Title(Pick(_english))} {Title(Pick(_english))} {Pick(_words["orgword"])}",
            < 96 => $"{Title(Pick(_spanish))} {Pick(["del", "de", "de la", "y"])} {Title(Pick(_spanish))}",
            _ => $"{Title(Pick(_spanish))} {Title(Pick(_spanish))}",
        };
        return _random.Next(100) switch
        {
            < 30 => $"{Pick(_words["orghead"])} {stem}",
            < 50 => $"{stem} {Pick(_words["orgtail"])}",
            < 72 => $"{Pick(_words["orghead"])} {stem} {Pick(_words["orgtail"])}",
            _ => stem,
        };
    }

    /// <summary>A family name that another part of the name stands before, so that it may be any word.</summary>
    private string LastFamily() =>
        _random.Next(100) switch
        {
            < 3 => Title(Pick(_words["amb"])),
            < 5 => Title(Pick(_spanish)),
            < 6 => Title(Pick(_english)),
            _ => Family(),
        };

    /// <summary>The head of one name and the end of another: a name that no list holds.</summary>
    private string Blend(string[] names)
    {
        var (head, tail) = (Pick(names), Pick(names));
        return head[..((head.Length + 1) / 2)] + tail[(tail.Length / 2)..];
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];

    private static string Title(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
