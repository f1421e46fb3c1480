namespace Cosecha.LocalHost.Timers;

internal static partial class TimerLog
{
    [LoggerMessage(1, LogLevel.Information, "Timer function {Function} fires (past due: {PastDue})")]
    public static partial void Firing(this ILogger logger, string function, bool pastDue);

    [LoggerMessage(2, LogLevel.Error, "Timer function {Function} failed: {Problem}")]
    public static partial void FunctionFailed(this ILogger logger, string function, string problem);

    [LoggerMessage(3, LogLevel.Warning, "Timer function {Function} is without its lock or state for now and will try again: {Problem}")]
    public static partial void StorageFailed(this ILogger logger, string function, string problem);

    [LoggerMessage(4, LogLevel.Warning, "The lock of timer function {Function} is lost; another host may fire it: {Problem}")]
    public static partial void LockLost(this ILogger logger, string function, string problem);

    [LoggerMessage(5, LogLevel.Information, "Timer function {Function} is due at {Due:u}")]
    public static partial void Waiting(this ILogger logger, string function, DateTime due);
}
