using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure;

namespace Cosecha.LocalHost.Invocation;

/// <summary>What a log may say of an exception: its types, storage's error code, and where it was thrown; never its message.</summary>
/// <remarks>A message may quote the data that the function was working on.</remarks>
internal static class ExceptionSummary
{
    public static string Of(Exception exception)
    {
        var summary = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (summary.Length > 0)
                summary.Append(" < ");
            summary.Append(current.GetType().FullName);
            if (current is RequestFailedException request)
                summary.Append(CultureInfo.InvariantCulture, $" ({request.Status} {request.ErrorCode})");
        }
        if (new StackTrace(exception, fNeedFileInfo: true).GetFrames().FirstOrDefault(frame => frame.GetFileLineNumber() > 0) is { } frame)
            summary.Append(CultureInfo.InvariantCulture, $" at {Path.GetFileName(frame.GetFileName())}:{frame.GetFileLineNumber()}");
        return summary.ToString();
    }
}
