using System.Globalization;
using Cosecha.Anonymization.Names;
using Cosecha.Anonymization.Text;
using Cosecha.Catalog;

namespace Cosecha.Anonymization.Training;

/// <summary>Fills the slots of the sentence templates.</summary>
internal sealed class SlotFiller
{
    private const int FrequentWords = 2500;
    private readonly Random _random;
    private readonly NameMaker _names;
    private readonly Dictionary<string, string[]> _words;
    private readonly string[] _products;
    private readonly string[] _sizes;
    private readonly string[] _units;
    private readonly string[] _places;
    private readonly string[] _gazetteer;
    private readonly string[] _spanish;
    private readonly string[] _english;

    /// <summary>Reads the words that fill the slots.</summary>
    public SlotFiller(string catalogFolder, DomainCatalog catalog, Random random)
    {
        _random = random;
        _words = WordFile
            .ReadSections(Path.Combine(catalogFolder, "names", "sentences", "slots.txt"))
            .GroupBy(entry => entry.Section, entry => entry.Word.Replace('_', ' '), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        var ordinary = WordFile
            .ReadSections(Path.Combine(catalogFolder, "names", "ordinary.txt"))
            .ToLookup(entry => entry.Section, entry => entry.Word);
        _spanish = [.. ordinary["spanish"].Take(FrequentWords)];
        _english = [.. ordinary["english"].Take(FrequentWords)];
        _names = new NameMaker(catalogFolder, _words, _spanish, _english, random);
        _products =
        [
            .. catalog.Products.Products.SelectMany(product => product.Forms.Append(product.Name)),
            .. catalog.Products.TradeWords,
        ];
        _sizes = [.. catalog.Sizes.Sizes];
        _units = [.. catalog.Units.Units.SelectMany(unit => unit.Forms)];
        _gazetteer = [.. WordFile.Read(Path.Combine(catalogFolder, "names", "places.txt")).Select(Capitals)];
        _places = [.. catalog.Places.Cities.Concat(catalog.Places.Countries).Select(place => place.Name)];
    }

    /// <summary>A word of a section of <c>slots.txt</c>.</summary>
    public string Word(string section) => Pick(_words[section]);

    /// <summary>What fills a slot.</summary>
    public (string Text, NameTag Tag) Fill(string slot) =>
        slot switch
        {
            "G" => (_names.Given(), NameTag.Person),
            "F" => (_names.Full(), NameTag.Person),
            "I" => ($"{(char)('A' + _random.Next(26))}.", NameTag.Person),
            "S" => (_names.Family(), NameTag.Person),
            "N" => (_random.Next(100) < 45 ? _names.Given() : _names.Full(), NameTag.Person),
            "M" => (Word("month"), NameTag.Person),
            "ORG" => (_names.Org(), NameTag.Org),
            _ => (Business(slot), NameTag.None),
        };

    private string Business(string slot) =>
        slot switch
        {
            "w" => Pick(_english),
            "W" => Capital(Pick(_english)),
            "p" => Pick(_spanish),
            "P" => Capital(Pick(_spanish)),
            "a" => _names.Ambiguous(),
            "amb" => _random.Next(2) == 0 ? _names.Ambiguous() : Word(slot),
            "b" => Word("business-word"),
            "B" => Capital(Word("business-word")),
            "prod" => Pick(_products),
            "size" => Pick(_sizes).Replace('/', "/// -x"[_random.Next(6)]),
            "qty" => string.Create(CultureInfo.InvariantCulture, $"{Amount()} {Pick(_units)}"),
            "price" => Price(),
            "pct" => $"{_random.Next(1, 8) * 5}%",
            "place" => Place(),
            "vessel" => _random.Next(2) == 0
                ? $"{Pick(["MSC", "Maersk", "CMA CGM", "Ever", "Cap", "Santa", "MV", "M/N", "Seaboard", "Cosco"])} {_names.Given()}"
                : Word("vessel"),
            "spot" => _random.Next(3) == 0 ? Pick(_gazetteer) : Word("spot"),
            "date" => Date(),
            "time" => $"{_random.Next(7, 23)}:{_random.Next(60):00}",
            "phone" => Phone(),
            "email" => $"{Text.Folding.FoldAll(_names.Given()).Replace(" ", "", StringComparison.Ordinal)}{_random.Next(100)}@gmail.com",
            "id" => _random.Next(2) == 0 ? $"{Number(9)}-{_random.Next(10)}" : Number(10),
            "addr" => $"{Pick(["Av.", "Calle", "Cdla.", "Jr.", "Rua"])} {_names.Family()} {_random.Next(10, 2000)}",
            "doc" =>
                $"{Pick(["factura", "PO", "lote", "invoice"])} 00{_random.Next(1, 4)}-00{_random.Next(1, 4)}-0000{_random.Next(10000, 99999)}",
            _ => Word(slot),
        };

    private string Place() =>
        _random.Next(4) switch
        {
            0 => Word("spot"),
            1 => Pick(_gazetteer),
            _ => Pick(_places),
        };

    private string Price() =>
        Pick(["$", "USD ", "$ ", "US$ "]) + string.Create(CultureInfo.InvariantCulture, $"{_random.Next(3, 15)}.{_random.Next(100):00}");

    private string Amount() => Pick(["1", "2", "3", "10", "500", "1000", "20,000", "40.000", "20 000", "25", "12"]);

    private string Phone() =>
        _random.Next(3) switch
        {
            0 => $"+593 9{_random.Next(10)} {_random.Next(100, 1000)} {_random.Next(1000, 10000)}",
            1 => $"09{_random.Next(10)}{Number(7)}",
            _ => $"305 555 01{_random.Next(100):00}",
        };

    private string Date() =>
        _random.Next(3) switch
        {
            0 => $"{_random.Next(1, 29)} de {Pick(["enero", "mayo", "agosto", "diciembre"])}",
            1 => $"{_random.Next(1, 29):00}/{_random.Next(1, 13):00}/2025",
            _ => Pick(["fin de mes", "la próxima semana", "el lunes", "mañana", "next week"]),
        };

    private string Number(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('0' + _random.Next(10))));

    /// <summary>The entry of a list as it is written: <c>puerto_montt</c> is Puerto Montt.</summary>
    private static string Capitals(string entry) =>
        string.Join(' ', entry.Split('_').Select(w => w is "de" or "del" or "la" ? w : Capital(w)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
