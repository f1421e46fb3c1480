using Cosecha.Anonymization.Names;
using Cosecha.Catalog;

namespace Cosecha.Anonymization.Training;

/// <summary>
/// Trains the name model: several perceptrons, each on sentences of its own, whose weights are averaged. What one learned by chance the others
/// outvote. The same catalog, seed and counts give the same file.
/// </summary>
/// <param name="catalogFolder">The catalog's folder.</param>
/// <param name="seed">The seed of the sentences.</param>
public sealed class NameTrainer(string catalogFolder, int seed)
{
    private const int Members = 4;

    /// <summary>Features that weigh less than this for every tag are left out.</summary>
    private const float Least = 0.08f;

    /// <summary>Trains on freshly generated sentences and writes the model.</summary>
    /// <param name="sentences">How many sentences each perceptron sees.</param>
    /// <param name="path">The model's file.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>The share of units that were tagged right in the last tenth of the sentences, before they were learned from.</returns>
    public double Train(int sentences, string path, CancellationToken cancellationToken)
    {
        var catalog = CatalogLoader.Load(catalogFolder);
        var lessons = Enumerable.Range(0, Members).Select(member => new NameLessons(catalogFolder, catalog, seed + member)).ToArray();
        Parallel.ForEach(
            lessons,
            new ParallelOptions { CancellationToken = cancellationToken },
            lesson => lesson.Take(sentences, cancellationToken)
        );

        Average(lessons.Select(lesson => lesson.Perceptron)).Save(path);
        return lessons.Average(lesson => lesson.Right);
    }

    private static NameModel Average(IEnumerable<NamePerceptron> perceptrons)
    {
        var means = new Dictionary<uint, float[]>();
        foreach (var (key, weights) in perceptrons.SelectMany(perceptron => perceptron.Means()))
        {
            if (!means.TryGetValue(key, out var mean))
            {
                means[key] = mean = new float[NameModel.Tags];
            }

            for (var tag = 0; tag < NameModel.Tags; tag++)
            {
                mean[tag] += weights[tag] / Members;
            }
        }

        var kept = means.Where(entry => entry.Value.Max(Math.Abs) > Least).ToList();
        var scale = kept.Count == 0 ? 1 : kept.Max(entry => entry.Value.Max(Math.Abs)) / sbyte.MaxValue;
        return new NameModel(
            [.. kept.Select(e => (e.Key, Round(e.Value[0], scale), Round(e.Value[1], scale), Round(e.Value[2], scale)))],
            scale
        );
    }

    private static sbyte Round(float weight, float scale) => (sbyte)Math.Round(weight / scale);
}
