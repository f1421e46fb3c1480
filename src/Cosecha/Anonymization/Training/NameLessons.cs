using Cosecha.Anonymization.Names;
using Cosecha.Anonymization.Text;
using Cosecha.Catalog;

namespace Cosecha.Anonymization.Training;

/// <summary>Lets one perceptron tag generated sentences unit after unit and learn from its own mistakes.</summary>
internal sealed class NameLessons(string catalogFolder, DomainCatalog catalog, int seed)
{
    /// <summary>Stands for a word that the model shall not know.</summary>
    private const ulong Unknown = 1;

    private readonly MessageReader _reader = new(new DomainReader(catalog), catalogFolder, new AnonymizationOptions());
    private readonly SentenceGenerator _generator = new(catalogFolder, catalog, seed);
    private readonly Random _random = new(seed + 1);

    /// <summary>Who learns.</summary>
    public NamePerceptron Perceptron { get; } = new();

    /// <summary>The share of units that were tagged right in the last tenth of the sentences.</summary>
    public double Right { get; private set; }

    /// <summary>Reads sentences and learns.</summary>
    public void Take(int sentences, CancellationToken cancellationToken)
    {
        var (units, message, findings) = (new NameUnits(), new MessageText(), new List<Finding>());
        var (right, all) = (0, 0);
        for (var i = 0; i < sentences; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sentence = _generator.Next();
            _reader.Read(sentence.Text, message, findings);
            Hide(message, sentence);
            units.Build(message);
            var mistakes = Learn(units, message, sentence);
            (right, all) = i >= sentences * 9L / 10 ? (right + units.Count - mistakes, all + units.Count) : (right, all);
        }

        Right = all == 0 ? 0 : (double)right / all;
    }

    /// <summary>
    /// Takes some names out of the lists, some words out of the frequent ones, and covers some names as if they were found already:
    /// the model must do without the lists, and must say the same beside a placeholder.
    /// </summary>
    private void Hide(MessageText message, LabeledText sentence)
    {
        var (unlist, cover) = (_random.Next(100) < 40, _random.Next(100) < 15);
        var covered = cover && sentence.Names.Count > 1 ? _random.Next(sentence.Names.Count) : -1;
        foreach (ref var token in message.Tokens)
        {
            var name = NameAt(sentence, token.Start);
            if (name >= 0 && name == covered && token.Cover is TokenCover.None or TokenCover.Place)
            {
                token.Cover = sentence.Names[name].Tag == NameTag.Person ? TokenCover.Name : TokenCover.Org;
            }
            else if (name >= 0 && unlist && _random.Next(2) == 0)
            {
                token.Flags &= ~(WordFlags.Given | WordFlags.Family | WordFlags.RareName | WordFlags.Dictionary);
            }
            else if (name < 0 && token.Is(WordFlags.Ordinary))
            {
                token.Flags = Rarer(token.Flags);

                // So that the model leans on no single neighbour.
                token.Hash = _random.Next(10) == 0 ? Unknown : token.Hash;
            }
        }
    }

    /// <summary>
    /// The sentences are made of frequent words; some must pass for rare ones, a few for words that nobody knows, and a few for words that are in a
    /// list of names too, as <c>tara</c> and <c>dock</c> are.
    /// </summary>
    private WordFlags Rarer(WordFlags flags) =>
        _random.Next(100) switch
        {
            < 4 => flags & ~(WordFlags.Ordinary | WordFlags.Dictionary),
            < 6 => (flags & ~WordFlags.Ordinary) | WordFlags.Dictionary | WordFlags.Given,
            < 7 => (flags & ~WordFlags.Ordinary) | WordFlags.Dictionary | WordFlags.Family,
            < 34 => (flags & ~WordFlags.Ordinary) | WordFlags.Dictionary,
            _ => flags,
        };

    private int Learn(NameUnits units, MessageText message, LabeledText sentence)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        var mistakes = 0;
        var all = units.All;
        for (var i = 0; i < all.Length; i++)
        {
            if (!units.IsOpen(i))
            {
                continue;
            }

            var name = NameAt(sentence, message.At(all[i].First).Start);
            var truth = name < 0 ? NameTag.None : sentence.Names[name].Tag;
            all[i].Tag = Perceptron.Learn(features[..NameFeatures.Write(units, message, i, features)], truth);
            mistakes += all[i].Tag == truth ? 0 : 1;
        }

        return mistakes;
    }

    private static int NameAt(LabeledText sentence, int position)
    {
        for (var i = 0; i < sentence.Names.Count; i++)
        {
            if (position >= sentence.Names[i].Start && position < sentence.Names[i].End)
            {
                return i;
            }
        }

        return -1;
    }
}
