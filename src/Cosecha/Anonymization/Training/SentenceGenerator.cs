using System.Globalization;
using System.Text;
using Cosecha.Anonymization.Names;
using Cosecha.Catalog;

namespace Cosecha.Anonymization.Training;

/// <summary>
/// Writes sentences with known names from the templates in <c>catalog/names/sentences</c>: seeded, so that the same catalog and seed
/// give the same sentences.
/// </summary>
internal sealed class SentenceGenerator
{
    private readonly Random _random;
    private readonly string[] _templates;
    private readonly SlotFiller _slots;

    /// <summary>Reads the templates.</summary>
    public SentenceGenerator(string catalogFolder, DomainCatalog catalog, int seed)
    {
        _random = new Random(seed);
        var folder = Path.Combine(catalogFolder, "names", "sentences");
        _templates =
        [
            .. Directory
                .GetFiles(folder, "*.txt")
                .Where(file => Path.GetFileName(file) != "slots.txt")
                .Order(StringComparer.Ordinal)
                .SelectMany(File.ReadLines)
                .Where(line => line.Length > 0 && line[0] is not ('#' or '[') || line.StartsWith("[{", StringComparison.Ordinal)),
        ];
        _slots = new SlotFiller(catalogFolder, catalog, _random);
    }

    /// <summary>The next sentence.</summary>
    public LabeledText Next()
    {
        var pieces = new List<(string Text, NameTag Tag)>();
        if (_random.Next(100) < 12)
        {
            pieces.Add((_slots.Word("prefix") + " ", NameTag.None));
        }

        Expand(_templates[_random.Next(_templates.Length)].Replace("\\n", "\n", StringComparison.Ordinal), pieces);
        if (_random.Next(100) < 12)
        {
            pieces.Add((" " + _slots.Word("suffix"), NameTag.None));
        }

        return Assemble(Disturb(pieces));
    }

    private void Expand(string template, List<(string Text, NameTag Tag)> pieces)
    {
        for (var i = 0; i < template.Length; )
        {
            var c = template[i];
            if (c == '{')
            {
                var close = template.IndexOf('}', i);
                pieces.Add(_slots.Fill(template[(i + 1)..close]));
                i = close + 1;
            }
            else if (c == '(')
            {
                var close = template.IndexOf(')', i);
                var choices = template[(i + 1)..close].Split('|');
                Expand(choices[_random.Next(choices.Length)], pieces);
                i = close + 1;
            }
            else
            {
                var next = template.IndexOfAny(['{', '('], i);
                next = next < 0 ? template.Length : next;
                pieces.Add((template[i..next], NameTag.None));
                i = next;
            }
        }
    }

    /// <summary>Writes the pieces the way people type: small, capital, without accents, without punctuation, with slips.</summary>
    private List<(string Text, NameTag Tag)> Disturb(List<(string Text, NameTag Tag)> pieces)
    {
        var style = _random.Next(100);
        var (lower, upper, lowerNames, upperNames) = (
            style < 28,
            style is >= 28 and < 36,
            style is >= 36 and < 48,
            style is >= 48 and < 58
        );
        var plain = _random.Next(100) < 35;
        var bare = _random.Next(100) < 14;
        var slips = _random.Next(100) < 20;
        return
        [
            .. pieces.Select(piece =>
            {
                var text = piece.Text;
                text = slips && piece.Tag == NameTag.None ? Slip(text) : text;
                text =
                    bare && piece.Tag == NameTag.None
                        ? string.Concat(
                            text.Where(c => c is not (',' or '.' or ':' or ';' or '¿' or '?' or '!' or '¡') || char.IsAsciiDigit(text[0]))
                        )
                        : text;
                text =
                    lower || (lowerNames && piece.Tag == NameTag.Person) ? text.ToLowerInvariant()
                    : upper ? text.ToUpperInvariant()
                    : text;
                return (plain ? WithoutAccents(text) : text, piece.Tag);
            }),
        ];
    }

    private string Slip(string text)
    {
        var letters = new StringBuilder(text);
        for (var i = 1; i + 1 < letters.Length; i++)
        {
            if (char.IsLetter(letters[i]) && char.IsLetter(letters[i + 1]) && char.IsLetter(letters[i - 1]) && _random.Next(100) < 8)
            {
                switch (_random.Next(4))
                {
                    case 0:
                        letters.Remove(i, 1);
                        break;
                    case 1:
                        letters.Insert(i, letters[i]);
                        break;
                    default:
                        (letters[i], letters[i + 1]) = (letters[i + 1], letters[i]);
                        break;
                }

                i += 3;
            }
        }

        return letters.ToString();
    }

    private static string WithoutAccents(string text) =>
        string.Concat(
            text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        );

    private static LabeledText Assemble(List<(string Text, NameTag Tag)> pieces)
    {
        var text = new StringBuilder();
        var names = new List<(int, int, NameTag)>();
        foreach (var (piece, tag) in pieces)
        {
            if (tag != NameTag.None)
            {
                names.Add((text.Length, text.Length + piece.Length, tag));
            }

            text.Append(piece);
        }

        return new LabeledText(text.ToString(), names);
    }
}
