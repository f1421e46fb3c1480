using Cosecha.Catalog;

namespace Cosecha.Labeling;

/// <summary>How likely a label is all right: a logistic model over <see cref="LabelFeatures"/>.</summary>
/// <param name="calibration">The fitted weights.</param>
internal sealed class ConfidenceModel(Calibration calibration)
{
    private readonly double[] _weights = [.. LabelFeatures.Names.Select(n => calibration.Weights.GetValueOrDefault(n))];

    public double Of(Analysis analysis) => Math.Round(Of(LabelFeatures.Of(analysis)), 3);

    private double Of(double[] features)
    {
        var sum = calibration.Bias;
        for (var i = 0; i < features.Length; i++)
        {
            sum += _weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
