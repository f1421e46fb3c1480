namespace Cosecha.Telemetry;

/// <summary>
/// Keys of what figures and spans are told apart by: those of OpenTelemetry's semantic conventions 1.37 where it has one, else of the namespace
/// <c>cosecha</c>. Their values are codes of closed lists and names of queues, stages and models.
/// </summary>
public static class AttributeKeys
{
    /// <summary>Why something failed; missing when it did not.</summary>
    public const string ErrorType = "error.type";

    /// <summary>What kind of service the queues are.</summary>
    public const string MessagingSystem = "messaging.system";

    /// <summary>The queue.</summary>
    public const string Queue = "messaging.destination.name";

    /// <summary>The stage that works on a queue message.</summary>
    public const string Operation = "messaging.operation.name";

    /// <summary>What a stage does to a queue message, in the words of the conventions.</summary>
    public const string OperationType = "messaging.operation.type";

    /// <summary>How many chat messages travel in a queue message.</summary>
    public const string BatchSize = "messaging.batch.message_count";

    /// <summary>What the language model is asked for.</summary>
    public const string AiOperation = "gen_ai.operation.name";

    /// <summary>Who runs the language model.</summary>
    public const string AiProvider = "gen_ai.provider.name";

    /// <summary>The deployment or the model.</summary>
    public const string AiModel = "gen_ai.request.model";

    /// <summary>Whether tokens are of a question or of an answer.</summary>
    public const string AiTokenType = "gen_ai.token.type";

    /// <summary>Why.</summary>
    public const string Reason = "cosecha.reason";

    /// <summary>What became of something.</summary>
    public const string Outcome = "cosecha.outcome";

    /// <summary>The stage.</summary>
    public const string Stage = "cosecha.stage";

    /// <summary>What kind of thing.</summary>
    public const string Kind = "cosecha.type";

    /// <summary>Who gave a label.</summary>
    public const string Labeler = "cosecha.labeler";
}
