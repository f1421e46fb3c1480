namespace Cosecha.LocalHost.Queues;

internal static partial class QueueLog
{
    [LoggerMessage(
        1,
        LogLevel.Error,
        "Function {Function} failed on message {MessageId} of {Queue}, attempt {Attempt} of {Attempts}: {Problem}"
    )]
    public static partial void FunctionFailed(
        this ILogger logger,
        string function,
        string messageId,
        string queue,
        long attempt,
        int attempts,
        string problem
    );

    [LoggerMessage(2, LogLevel.Warning, "Message {MessageId} of {Queue} moved to {PoisonQueue} after {Attempts} attempts")]
    public static partial void MovedToPoison(this ILogger logger, string messageId, string queue, string poisonQueue, long attempts);

    [LoggerMessage(3, LogLevel.Warning, "Receiving from {Queue} failed and will be tried again: {Problem}")]
    public static partial void ReceiveFailed(this ILogger logger, string queue, string problem);

    [LoggerMessage(4, LogLevel.Warning, "Message {MessageId} of {Queue} could not be settled and will be delivered again: {Problem}")]
    public static partial void SettleFailed(this ILogger logger, string messageId, string queue, string problem);

    [LoggerMessage(5, LogLevel.Warning, "The lease of message {MessageId} of {Queue} could not be renewed: {Problem}")]
    public static partial void RenewalFailed(this ILogger logger, string messageId, string queue, string problem);

    [LoggerMessage(6, LogLevel.Information, "Message {MessageId} of {Queue} given back unfinished")]
    public static partial void Released(this ILogger logger, string messageId, string queue);
}
