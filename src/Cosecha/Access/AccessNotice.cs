using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cosecha.Access;

/// <summary>Says at the start, in one line, who may call the routes of staff.</summary>
public sealed partial class AccessNotice(AccessPolicy policy, ILogger<AccessNotice> logger) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        switch (policy.Mode)
        {
            case AccessMode.Open:
                LogOpen();
                break;
            case AccessMode.Guarded:
                LogGuarded(string.Join(", ", policy.Means));
                break;
            default:
                LogClosed();
                break;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "Routes of staff are open on this machine only: development, and no Access__ setting is made")]
    private partial void LogOpen();

    [LoggerMessage(LogLevel.Information, "Routes of staff are guarded by {Means}")]
    private partial void LogGuarded(string means);

    [LoggerMessage(LogLevel.Warning, "Routes of staff are closed: set Access__PlatformAuthentication or Access__OperatorKey")]
    private partial void LogClosed();
}
