using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>Fits <see cref="Calibration"/>: logistic regression with an L2 penalty on the weights, by gradient descent. The same observations give the same weights.</summary>
public static class CalibrationFit
{
    private const int Rounds = 3000;
    private const double Rate = 0.01;
    private const double Penalty = 1;
    private const double FirstBias = 2;

    /// <summary>Fits the weights.</summary>
    /// <param name="observations">Messages that the rules had not been written for; a few hundred at least.</param>
    public static Calibration Fit(IReadOnlyList<Observation> observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var names = LabelFeatures.Names;
        var rows = observations.Select(o => names.Select(n => o.Features.GetValueOrDefault(n)).ToArray()).ToArray();
        var weights = new double[names.Count];
        var bias = FirstBias;
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = weights.Select(w => Penalty * w).ToArray();
            var biasGradient = 0.0;
            for (var i = 0; i < rows.Length; i++)
            {
                var error = Probability(bias, weights, rows[i]) - (observations[i].Right ? 1 : 0);
                biasGradient += error;
                for (var j = 0; j < gradient.Length; j++)
                {
                    gradient[j] += error * rows[i][j];
                }
            }

            bias -= Rate * biasGradient;
            for (var j = 0; j < weights.Length; j++)
            {
                weights[j] -= Rate * gradient[j];
            }
        }

        return new(Math.Round(bias, 3), Named(names, weights));
    }

    private static double Probability(double bias, double[] weights, double[] row)
    {
        var sum = bias;
        for (var j = 0; j < weights.Length; j++)
        {
            sum += weights[j] * row[j];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static Dictionary<string, double> Named(IReadOnlyList<string> names, double[] weights)
    {
        var named = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var j = 0; j < weights.Length; j++)
        {
            named.Add(names[j], Math.Round(weights[j], 3));
        }

        return named;
    }
}
