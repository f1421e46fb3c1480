namespace Cosecha.LocalHost.Http;

internal static partial class HttpLog
{
    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed: {Problem}")]
    public static partial void FunctionFailed(this ILogger logger, string function, string problem);
}
