namespace Cosecha.LocalHost;

internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Information, "{Function}: {Trigger}")]
    public static partial void FunctionFound(this ILogger logger, string function, string trigger);

    [LoggerMessage(2, LogLevel.Information, "Function keys are not checked; {Urls} can be reached from this machine only")]
    public static partial void LoopbackOnly(this ILogger logger, string urls);

    [LoggerMessage(
        6,
        LogLevel.Warning,
        "Function keys are not checked: whoever reaches {Urls} may call the functions that ask for one, and /admin"
    )]
    public static partial void OpenToOthers(this ILogger logger, string urls);

    [LoggerMessage(3, LogLevel.Information, "Stopping: no new work; running functions have {Time} to finish")]
    public static partial void Draining(this ILogger logger, TimeSpan time);

    [LoggerMessage(4, LogLevel.Warning, "Stopped without waiting longer for functions that ignore their CancellationToken")]
    public static partial void Abandoned(this ILogger logger);

    [LoggerMessage(5, LogLevel.Critical, "The listener of {Function} ended, so the host stops: {Problem}")]
    public static partial void ListenerEnded(this ILogger logger, string function, string problem);
}
