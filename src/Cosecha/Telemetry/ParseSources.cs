namespace Cosecha.Telemetry;

/// <summary>The closed list of what may turn out not to be parsable.</summary>
public static class ParseSources
{
    /// <summary>The payload of a queue message.</summary>
    public const string QueueMessage = "queue_message";

    /// <summary>An answer of the language model that is not JSON of the schema.</summary>
    public const string AiAnswer = "ai_answer";
}
