namespace Cosecha.Labeling;

/// <summary>What the cues of a text say about its intent.</summary>
/// <param name="Intent">The intent, one of <see cref="Intents"/>.</param>
/// <param name="Score">The weight of its strongest cue; 0 when only the build of the message speaks.</param>
/// <param name="RunnerUp">The score of the next intent.</param>
/// <param name="Usable">Whether the strongest cue asks for something of the business.</param>
internal readonly record struct IntentScore(string Intent, double Score, double RunnerUp, bool Usable)
{
    /// <summary>By how much the intent leads.</summary>
    public double Margin => Score - RunnerUp;
}
