namespace Cosecha.Ai;

/// <summary>
/// Why the model gave no usable answer: the closed list. Asking again would give the same, so a person looks at the message. What may pass by
/// itself (too many requests, a server that is down) is an exception instead, and the queue tries again later.
/// </summary>
public static class AiFailures
{
    /// <summary>The model refused.</summary>
    public const string Refusal = "ai_refusal";

    /// <summary>The answer was longer than <see cref="AiOptions.MaxOutputTokens"/>.</summary>
    public const string CutOff = "ai_cut_off";

    /// <summary>The service's content filter stopped the question or the answer.</summary>
    public const string ContentFilter = "ai_content_filter";

    /// <summary>The answer is not JSON of the schema.</summary>
    public const string Unparsable = "ai_unparsable";
}
