using Cosecha.Anonymization.Names;
using Cosecha.Anonymization.Text;
using Cosecha.Catalog;

namespace Cosecha.Anonymization.Training;

/// <summary>
/// Trains the name model: an averaged perceptron that tags unit after unit and learns from its own mistakes. The same catalog, seed
/// and counts give the same file.
/// </summary>
public sealed class NameTrainer
{
    private const int FewestUpdates = 4;
    private readonly MessageReader _reader;
    private readonly SentenceGenerator _generator;
    private readonly Random _random;
    private readonly Dictionary<uint, Weights> _weights = [];
    private int _step;

    /// <summary>Prepares the training.</summary>
    /// <param name="catalogFolder">The catalog's folder.</param>
    /// <param name="seed">The seed of the sentences.</param>
    public NameTrainer(string catalogFolder, int seed)
    {
        var catalog = CatalogLoader.Load(catalogFolder);
        _reader = new MessageReader(new DomainReader(catalog), catalogFolder, new AnonymizationOptions());
        _generator = new SentenceGenerator(catalogFolder, catalog, seed);
        _random = new Random(seed + 1);
    }

    private sealed class Weights
    {
        public readonly float[] Now = new float[NameModel.Tags];

        // Sums over tens of millions of steps: a float would swallow the small ones.
        public readonly double[] Total = new double[NameModel.Tags];
        public int Since;
        public int Updates;
    }

    /// <summary>Trains on freshly generated sentences and writes the model.</summary>
    /// <param name="sentences">How many sentences.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>The share of units that the model tagged right in the last tenth of the sentences, before it learned from them.</returns>
    public double Train(int sentences, string path, CancellationToken cancellationToken)
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
            (right, all) = i >= sentences * 9 / 10 ? (right + units.Count - mistakes, all + units.Count) : (right, all);
        }

        Average().Save(path);
        return all == 0 ? 0 : (double)right / all;
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
            }
        }
    }

    /// <summary>The sentences are made of frequent words; some must pass for rare ones, and a few for words that nobody knows.</summary>
    private WordFlags Rarer(WordFlags flags) =>
        _random.Next(100) switch
        {
            < 4 => flags & ~(WordFlags.Ordinary | WordFlags.Dictionary),
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
            if (!all[i].CanBeName)
            {
                continue;
            }

            _step++;
            var name = NameAt(sentence, message.At(all[i].First).Start);
            var truth = name < 0 ? NameTag.None : sentence.Names[name].Tag;
            var written = features[..NameFeatures.Write(units, message, i, features)];
            all[i].Tag = Predict(written, truth, out var wrong);
            mistakes += wrong ? 1 : 0;
        }

        return mistakes;
    }

    private NameTag Predict(ReadOnlySpan<uint> features, NameTag truth, out bool wrong)
    {
        Span<float> sums = stackalloc float[NameModel.Tags];
        foreach (var feature in features)
        {
            if (_weights.TryGetValue(feature, out var weights))
            {
                for (var tag = 0; tag < sums.Length; tag++)
                {
                    sums[tag] += weights.Now[tag];
                }
            }
        }

        // A margin of one between truth and the rest makes the score mean something.
        var best = NameTag.None;
        var rival = truth == NameTag.None ? NameTag.Person : NameTag.None;
        for (var tag = 0; tag < sums.Length; tag++)
        {
            best = sums[tag] > sums[(int)best] ? (NameTag)tag : best;
            rival = (NameTag)tag != truth && sums[tag] > sums[(int)rival] ? (NameTag)tag : rival;
        }

        wrong = best != truth;
        if (sums[(int)truth] < sums[(int)rival] + 1)
        {
            Update(features, truth, 0.1f);
            Update(features, rival, -0.1f);
        }

        return best;
    }

    private void Update(ReadOnlySpan<uint> features, NameTag tag, float by)
    {
        foreach (var feature in features)
        {
            if (!_weights.TryGetValue(feature, out var weights))
            {
                _weights[feature] = weights = new Weights { Since = _step };
            }

            Settle(weights);
            weights.Now[(int)tag] += by;
            weights.Updates++;
        }
    }

    private void Settle(Weights weights)
    {
        for (var tag = 0; tag < NameModel.Tags; tag++)
        {
            weights.Total[tag] += (double)weights.Now[tag] * (_step - weights.Since);
        }

        weights.Since = _step;
    }

    private NameModel Average()
    {
        var kept = new List<(uint Key, float[] Mean)>();
        foreach (var (key, weights) in _weights)
        {
            Settle(weights);
            var mean = weights.Total.Select(total => (float)(total / _step)).ToArray();
            if (key != 0 && weights.Updates >= FewestUpdates * 2 && mean.Max(Math.Abs) > 0.04f)
            {
                kept.Add((key, mean));
            }
        }

        var scale = kept.Count == 0 ? 1 : kept.Max(entry => entry.Mean.Max(Math.Abs)) / sbyte.MaxValue;
        return new NameModel(
            [.. kept.Select(entry => (entry.Key, Round(entry.Mean[0], scale), Round(entry.Mean[1], scale), Round(entry.Mean[2], scale)))],
            scale
        );
    }

    private static sbyte Round(float weight, float scale) => (sbyte)Math.Round(weight / scale);

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
