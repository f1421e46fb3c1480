using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Cosecha.Functions.Telemetry;

/// <summary>Leaves of an exception its type and where it was thrown: its message may quote what the app was working on.</summary>
internal sealed class LogCleaner : BaseProcessor<LogRecord>
{
    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is { } exception)
        {
            data.Attributes =
            [
                .. data.Attributes ?? [],
                new("exception.type", exception.GetType().FullName),
                new("exception.stacktrace", exception.StackTrace),
            ];
            data.Exception = null;
        }
    }
}
