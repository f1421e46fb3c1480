namespace Cosecha.Datasets.Checks;

/// <summary>What a training would come to, by the defaults of <c>openai/openai-cookbook</c>, examples/Chat_finetuning_data_prep.ipynb.</summary>
/// <param name="Epochs">How often the service would go over the examples.</param>
/// <param name="TokensPerEpoch">Billed tokens of one pass: what is over the limit is cut off and costs nothing.</param>
/// <param name="BilledTokens">Billed tokens in all.</param>
public sealed record TrainingEstimate(int Epochs, long TokensPerEpoch, long BilledTokens)
{
    private const int TargetEpochs = 3;
    private const int MinTargetExamples = 100;
    private const int MaxTargetExamples = 25_000;
    private const int MinEpochs = 1;
    private const int MaxEpochs = 25;

    /// <summary>The estimate for a file.</summary>
    /// <param name="examples">Its examples.</param>
    /// <param name="tokensPerEpoch">Their billed tokens.</param>
    public static TrainingEstimate Of(long examples, long tokensPerEpoch)
    {
        var epochs = EpochsOf(examples);
        return new(epochs, tokensPerEpoch, epochs * tokensPerEpoch);
    }

    private static int EpochsOf(long examples) =>
        examples switch
        {
            0 => 0,
            _ when examples * TargetEpochs < MinTargetExamples => (int)Math.Min(MaxEpochs, MinTargetExamples / examples),
            _ when examples * TargetEpochs > MaxTargetExamples => (int)Math.Max(MinEpochs, MaxTargetExamples / examples),
            _ => TargetEpochs,
        };
}
