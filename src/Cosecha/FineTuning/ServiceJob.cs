namespace Cosecha.FineTuning;

/// <summary>A job as the service tells it.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Status">The service's word for how far it is.</param>
/// <param name="FineTunedModel">The new model's name; null before the end.</param>
/// <param name="TrainedTokens">Billed tokens; null before the end.</param>
/// <param name="Error">The code of what went wrong; null when nothing did.</param>
public sealed record ServiceJob(string Id, string Status, string? FineTunedModel, long? TrainedTokens, string? Error);
