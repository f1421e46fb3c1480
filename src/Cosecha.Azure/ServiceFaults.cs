using System.Globalization;
using Azure;
using Azure.Identity;
using Cosecha.Ai;
using Cosecha.Failures;

namespace Cosecha.Azure;

/// <summary>What the exceptions of storage, identity and the language model mean.</summary>
public sealed class ServiceFaults : IFaults
{
    /// <inheritdoc />
    public bool MayPass(Exception exception) =>
        exception switch
        {
            // Of a service that is there and refuses this very question the next answer would be the same.
            AiUnavailableException unavailable => unavailable.Status is not (400 or 413 or 422),
            FileNotFoundException or DirectoryNotFoundException => false,
            AuthenticationFailedException or IOException or TaskCanceledException or HttpRequestException => true,
            // 0: no answer at all. 401, 403: a role that was just given, or taken, works after minutes.
            RequestFailedException refused => refused.Status is 0 or 401 or 403 or 408 or 429 or >= 500,
            AggregateException several => several.InnerExceptions.All(MayPass),
            _ => false,
        };

    /// <inheritdoc />
    public string Describe(Exception exception) =>
        exception switch
        {
            RequestFailedException refused => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{nameof(RequestFailedException)} {refused.Status} {refused.ErrorCode}"
                )
                .TrimEnd(),
            AiUnavailableException { Status: > 0 } unavailable => string.Create(
                CultureInfo.InvariantCulture,
                $"{nameof(AiUnavailableException)} {unavailable.Status}"
            ),
            AggregateException { InnerExceptions: [var first, ..] } => Describe(first),
            _ => exception.GetType().Name,
        };
}
