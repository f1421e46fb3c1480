using Cosecha.Anonymization.Names;

namespace Cosecha.Anonymization.Training;

/// <summary>An averaged perceptron: it guesses a tag, learns from a wrong or narrow guess, and in the end takes the mean of its weights over all steps.</summary>
internal sealed class NamePerceptron
{
    /// <summary>What was mended less often says more about one sentence than about the language.</summary>
    private const int FewestUpdates = 8;

    private const float Rate = 0.1f;

    private readonly Dictionary<uint, Weights> _weights = [];
    private int _step;

    private sealed class Weights
    {
        public readonly float[] Now = new float[NameModel.Tags];

        // Sums over tens of millions of steps: a float would swallow the small ones.
        public readonly double[] Total = new double[NameModel.Tags];
        public int Since;
        public int Updates;
    }

    /// <summary>Guesses, and learns from the truth.</summary>
    public NameTag Learn(ReadOnlySpan<uint> features, NameTag truth)
    {
        _step++;
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

        if (sums[(int)truth] < sums[(int)rival] + 1)
        {
            Update(features, truth, Rate);
            Update(features, rival, -Rate);
        }

        return best;
    }

    /// <summary>The mean weights of every feature that was mended often enough, one a tag.</summary>
    public IEnumerable<KeyValuePair<uint, float[]>> Means()
    {
        foreach (var (key, weights) in _weights)
        {
            if (key != 0 && weights.Updates >= FewestUpdates)
            {
                Settle(weights);
                yield return new(key, [.. weights.Total.Select(total => (float)(total / _step))]);
            }
        }
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
}
