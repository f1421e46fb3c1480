using Microsoft.Extensions.Logging.Console;

namespace Cosecha.LocalHost;

/// <summary>What the host writes to the console, and what it must not.</summary>
internal static class HostLogging
{
    public static void AddTo(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // Request logs carry paths, and a path may carry a user id; the storage SDK logs every operation.
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        // A failed start is an exception that the caller gets; logged here as well, its stack trace would bury the sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
