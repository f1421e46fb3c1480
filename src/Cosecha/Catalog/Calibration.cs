namespace Cosecha.Catalog;

/// <summary>File <c>calibration.json</c>: a logistic model of how likely a label is all right, fitted by <c>cosecha calibrate</c>.</summary>
/// <param name="Bias">The model's constant.</param>
/// <param name="Weights">The weight of each feature of <see cref="Labeling.LabelFeatures"/>, by its name.</param>
public sealed record Calibration(double Bias, IReadOnlyDictionary<string, double> Weights);
